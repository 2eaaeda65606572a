-- How many people are unemployed? One row is the country or a named region in one year or quarter.
with line as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'unemployed' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ')) and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from line where place = 'KZ' order by period desc limit 1),
-- The same quarter of an earlier year compares; unemployment is seasonal.
before as (
    select line.* from line, now where line.place = 'KZ' and line.period < now.period and substr(line.period, 5) = substr(now.period, 5)
    order by line.period desc limit 1
),
here as (select * from line where place = $place and place <> 'KZ' order by period desc limit 1),
country_then as (select line.* from line join here on here.period = line.period where line.place = 'KZ')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', here.period, here.place, '_T', 'share', here.value * 100.0 / country_then.value, here.status, here.source from here, country_then
union all
select 'finding', now.period, $place, '_T', 'asked', null, null, null from now where $place is not null and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $place is not null and $place <> 'KZ' then 'case.missing'
        when not exists (select 1 from before) then 'case.single'
        when (select now.value < before.value from now, before) then 'case.fell'
        else 'case.rose'
    end, null, null, null
order by 1 desc, 3, 2
