-- How did unemployment among people aged 16 to 24 develop in the country and in the picked region?
-- One row is one place in one year. Turkistan Region and Shymkent see the former South Kazakhstan beside them, as a line of its own.
with rates as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'youth_unemployment_rate' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y16-24' and f.value is not null
        and (f.place in ('KZ', coalesce($place, 'KZ'))
            or f.place = (select predecessor from places where place = $place and predecessor like 'KZ-X-%'))
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest_of as (select * from rates qualify row_number() over (partition by place order by period desc) = 1),
now as (select * from newest_of where place = 'KZ'),
-- Standards changed, and one age group falls in a single year without a reason given: only the year before is told, and only within one definition.
before as (
    select rates.* from rates join now on now.place = rates.place
    where cast(rates.period as integer) = cast(now.period as integer) - 1 and same_definition('youth_unemployment_rate', rates.period, now.period, rates.place)
),
here as (select * from newest_of where place = $place and place <> 'KZ'),
country_then as (select rates.* from rates join here on here.period = rates.period where rates.place = 'KZ')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from rates
union all
select 'finding', period, place, '_T', 'now', value, status, source from now
union all
select 'finding', period, place, '_T', 'before', value, status, source from before
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', period, place, '_T', 'country', value, status, source from country_then
union all
select 'finding', now.period, $place, '_T', 'asked', null, null, null
from now where $place is not null and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $place is not null and $place <> 'KZ' then 'case.missing'
        when not exists (select 1 from before) then 'case.single'
        when (select round(value, 1) from now) < (select round(value, 1) from before) then 'case.fell'
        when (select round(value, 1) from now) > (select round(value, 1) from before) then 'case.rose'
        else 'case.same'
    end, null, null, null
order by 1 desc, case when place = 'KZ' then 0 else 1 end, 3, 2
