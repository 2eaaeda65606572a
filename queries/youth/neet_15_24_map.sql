-- Where do people aged 15 to 24 neither work nor study, on the map? One row is one region in the newest complete year.
with rates as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y15-24' and f.value is not null
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    -- Sixteen regions are a complete set before 2018.
    select period from rates where place <> 'KZ' group by period having count(distinct place) >= 16 order by period desc limit 1
),
regions as (
    select places.place, newest.period, rates.value, coalesce(rates.status, 'final') as status, rates.source,
        rank() over (order by rates.value desc nulls last) as rank, count(rates.value) over () as published
    from places cross join newest left join rates on rates.place = places.place and rates.period = newest.period
    -- The former South Kazakhstan is not ranked among today's regions.
    where places.kind in ('region', 'city')
),
country as (select rates.* from rates join newest on newest.period = rates.period where rates.place = 'KZ'),
above as (
    select max(regions.period) as period, count(*) filter (where regions.value > country.value) as regions_above, count(regions.value) as published,
        max(regions.source) as source
    from regions, country
    having count(regions.value) > 0
),
here as (select * from regions where place = $place)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from regions
union all
select 'finding', above.period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', above.source
from above cross join lateral (values ('above', above.regions_above), ('count', above.published)) as slot (name, value)
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', here.period, here.place, '_T', 'apart', abs(here.value - country.value), here.status, here.source from here, country where here.value is not null
union all
select 'finding', period, place, '_T', 'country', value, status, source from country
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from above) then 'case.none'
        when exists (select 1 from here where value is null) then 'case.missing'
        when (select round(here.value, 1) > round(country.value, 1) from here, country) then 'case.higher'
        when (select round(here.value, 1) < round(country.value, 1) from here, country) then 'case.lower'
        when exists (select 1 from here) then 'case.equal'
        else 'case.country'
    end, null, null, null
order by 1 desc, 6 desc nulls last, 3, 5
