-- In which regions is unproductive employment most common? One row is one region in the newest complete year.
with line as (
    select f.period, f.place, f.value as value, f.status, f.source
    from statistics f
    where f.measure = 'unproductive_employment_share' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select line.period from line join places on places.place = line.place and places.kind in ('region', 'city')
    group by line.period having count(distinct line.place) >= 14 order by line.period desc limit 1
),
regions as (
    select places.place, newest.period, line.value, coalesce(line.status, 'final') as status, line.source,
        rank() over (order by line.value desc nulls last) as rank, count(line.value) over () as published
    from places cross join newest left join line on line.place = places.place and line.period = newest.period
    where places.kind in ('region', 'city')
),
country as (select line.* from line join newest on newest.period = line.period where line.place = 'KZ'),
top as (select * from regions where value is not null order by value desc, place limit 1),
bottom as (select * from regions where value is not null order by value, place limit 1),
here as (select * from regions where place = $place)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from regions
union all
select 'mark', period, place, '_T', '_T', value, status, source from country
union all
select 'finding', period, place, '_T', 'top', value, status, source from top
union all
select 'finding', period, place, '_T', 'bottom', value, status, source from bottom
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', period, place, '_T', 'rank', rank, status, source from here where value is not null
union all
select 'finding', period, place, '_T', 'count', published, status, source from here where value is not null
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
order by 1 desc, 6 desc nulls last, 3
