-- What share of managers are women, in the country and in the picked region? One row is one place in one year.
with shares as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'women_managers_share' and f.sector = '_T' and f.sex = 'F' and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ')) and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from shares where place = 'KZ' order by period desc limit 1),
before as (select shares.* from shares join now on shares.place = now.place and shares.period < now.period order by shares.period limit 1),
here as (select * from shares where place = $place and place <> 'KZ' order by period desc limit 1),
country_then as (select shares.* from shares join here on here.period = shares.period where shares.place = 'KZ')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from shares
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
        when (select value from now) > (select value from before) then 'case.rose'
        when (select value from now) < (select value from before) then 'case.fell'
        else 'case.same'
    end, null, null, null
order by 1 desc, case when place = 'KZ' then 0 else 1 end, 2, 5
