-- Where is it dearest to live by the Bureau’s computed minimum, and what was it a year before? One row is one named region in the newest year with several named regions; a picked region that is not named has no value.
with known as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'subsistence_minimum_august' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and ($period is null or left(f.period, 4) <= $period)
),
named as (select known.* from known join places on places.place = known.place and places.kind in ('region', 'city')),
newest as (select max(period) as period from (select period from named group by period having count(*) > 1) having count(*) > 0),
shown as (select named.* from named join newest on newest.period = named.period),
country as (select known.* from known join newest on newest.period = known.period where known.place = 'KZ'),
earlier as (select known.* from known join newest on cast(known.period as integer) = cast(newest.period as integer) - 1
    where known.place = 'KZ' or known.place in (select place from shown)),
top as (select * from shown order by value desc, place limit 1),
here as (select * from shown where place = $place),
missing as (select newest.period from newest where $place is not null and not exists (select 1 from here))
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from shown
union all
select 'mark', period, place, '_T', '_T', value, status, source from country
union all
select 'mark', period, $place, '_T', '_T', null, null, null from missing
union all
select 'mark', period, place, '_T', '_T', value, status, source from earlier
union all
select 'finding', period, place, '_T', 'top', value, status, source from top
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', period, $place, '_T', 'asked', null, null, null from missing
union all
select 'finding', period, place, '_T', 'country', value, status, source from country
union all
select 'finding', country.period, 'KZ', '_T', 'growth', (country.value - earlier.value) * 100.0 / earlier.value, country.status, country.source
from country, earlier where earlier.place = 'KZ'
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from newest) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when exists (select 1 from missing) then 'case.missing'
        when exists (select 1 from earlier where place = 'KZ') then 'case.spread'
        else 'case.alone'
    end, null, null, null
order by 1 desc, 2 desc nulls last, 6 desc nulls last, 3
