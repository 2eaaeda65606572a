-- Which share of people has less than half of the median income? One row is one year.
with line as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'relative_poverty_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from line order by period desc limit 1),
-- A change is told only within one kind of numbers.
before as (select line.* from line, now where line.period < now.period
    and same_definition('relative_poverty_rate', line.period, now.period, 'KZ') order by line.period limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', now.period, 'KZ', '_T', 'change_pct', abs(now.value - before.value) * 100.0 / before.value, now.status, now.source from now, before
union all
select 'finding', now.period, 'KZ', '_T', 'times', now.value / before.value, now.status, now.source from now, before
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when not exists (select 1 from before) then 'case.single'
        when (select round(now.value, 1) > round(before.value, 1) from now, before) then 'case.rose'
        when (select round(now.value, 1) < round(before.value, 1) from now, before) then 'case.fell'
        else 'case.same'
    end, null, null, null
order by 1 desc, 2
