-- How did the share of unproductive employment develop in the country and in the picked region? One row is one place in one year.
with line as (
    select f.period, f.place, f.value as value, f.status, f.source
    from statistics f
    where f.measure = 'unproductive_employment_share' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ'))
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest_of as (select * from line qualify row_number() over (partition by place order by period desc) = 1),
now as (select * from newest_of where place = 'KZ'),
-- A change is told only within one definition.
before as (
    select line.* from line join now on now.place = line.place
    where line.period < now.period and same_definition('unproductive_employment_share', line.period, now.period, line.place)
    order by line.period limit 1
),
here as (select * from newest_of where place = $place and place <> 'KZ'),
country_then as (select line.* from line join here on here.period = line.period where line.place = 'KZ')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from line
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
order by 1 desc, case when place = 'KZ' then 0 else 1 end, 2
