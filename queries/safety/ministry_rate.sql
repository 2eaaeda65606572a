-- How did the ministry's injury rate change between the two newest years published? One row is one year.
with line as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'injury_rate_ministry' and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc limit 2
),
now as (select * from line order by period desc limit 1),
before as (select line.* from line, now where line.period < now.period)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when not exists (select 1 from before) then 'case.single'
        when (select now.value <= before.value from now, before) then 'case.fell'
        else 'case.rose'
    end, null, null, null
order by 1 desc, 2
