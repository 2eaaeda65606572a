-- How many employees does each region have, and how many a year before? One row is one region in one of the two newest complete years.
-- Counts of unequal regions are not ranked in words.
with line as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'employees' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select line.period from line join places on places.place = line.place and places.kind in ('region', 'city')
    group by line.period having count(distinct line.place) >= 14 order by line.period desc limit 1
),
regions as (
    select places.place, newest.period, line.value, coalesce(line.status, 'final') as status, line.source
    from places cross join newest left join line on line.place = places.place and line.period = newest.period
    where places.kind in ('region', 'city')
),
-- A region divided in the meantime has no comparable year before.
earlier as (
    select line.* from line join newest on cast(line.period as integer) = cast(newest.period as integer) - 1
    join places on places.place = line.place and places.kind in ('region', 'city')
    where same_definition('employees', line.period, newest.period, line.place)
),
country as (select line.* from line join newest on newest.period = line.period where line.place = 'KZ'),
top as (select * from regions where value is not null order by value desc, place limit 1),
here as (select * from regions where place = $place)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from regions
union all
select 'mark', period, place, '_T', '_T', value, status, source from earlier
union all
select 'finding', period, place, '_T', 'top', value, status, source from top
union all
select 'finding', top.period, top.place, '_T', 'top_share', top.value * 100.0 / country.value, top.status, top.source from top, country
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', here.period, here.place, '_T', 'share', here.value * 100.0 / country.value, here.status, here.source
from here, country where here.value is not null
union all
select 'finding', period, place, '_T', 'country', value, status, source from country
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from newest) then 'case.none'
        when exists (select 1 from here where value is not null) then 'case.here'
        when exists (select 1 from here) then 'case.missing'
        else 'case.spread'
    end, null, null, null
order by 1 desc, 2 desc nulls last, 6 desc nulls last, 3
