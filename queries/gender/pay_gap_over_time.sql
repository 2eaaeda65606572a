-- How did the pay gap that the Bureau publishes develop? One row is one year.
with gap as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'gender_pay_gap' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from gap order by period desc limit 1),
before as (select gap.* from gap join now on gap.period < now.period order by gap.period limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, 'gap_published' as series, value, status, source from gap
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when not exists (select 1 from before) then 'case.single'
        when (select value from now) < (select value from before) then 'case.fell'
        when (select value from now) > (select value from before) then 'case.rose'
        else 'case.same'
    end, null, null, null
order by 1 desc, 2, 5
