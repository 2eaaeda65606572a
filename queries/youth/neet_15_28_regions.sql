-- Where did more people aged 15 to 28 neither work nor study in the quarter for which the press gave a list of regions? One row is one region in that quarter;
-- for the country the same quarter of the year before is known too.
with rates as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y15-28' and f.value is not null and length(f.period) = 7 and ($period is null or left(f.period, 4) <= $period)
),
newest as (select period from rates where place <> 'KZ' group by period having count(*) > 9 order by period desc limit 1),
regions as (
    select places.place, newest.period, rates.value, coalesce(rates.status, 'quoted') as status, rates.source,
        rank() over (order by rates.value desc nulls last) as rank, count(rates.value) over () as published
    from places cross join newest left join rates on rates.place = places.place and rates.period = newest.period
    where places.kind in ('region', 'city')
),
country as (select rates.* from rates join newest on newest.period = rates.period where rates.place = 'KZ'),
earlier as (
    select rates.* from rates, newest
    where rates.place = 'KZ' and cast(left(rates.period, 4) as integer) = cast(left(newest.period, 4) as integer) - 1 and right(rates.period, 2) = right(newest.period, 2)
),
top as (select * from regions where value is not null order by value desc, place limit 1),
bottom as (select * from regions where value is not null order by value, place limit 1),
here as (select * from regions where place = $place)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from regions
union all
select 'mark', period, place, '_T', '_T', value, status, source from country
union all
select 'mark', period, place, '_T', '_T', value, status, source from earlier
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
order by 1 desc, 2 desc, 6 desc nulls last, 3
