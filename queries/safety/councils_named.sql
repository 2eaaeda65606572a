-- Which councils and inspectors of single regions and unions were published? One row is one published number.
with known as (
    select f.measure, f.period, f.place, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure in ('production_councils', 'osh_councils', 'production_councils_created_published', 'technical_inspectors')
        and (f.place <> country() or f.sector <> '_T') and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
top as (select * from known where measure = 'production_councils' and place <> country() order by value desc, place limit 1),
picked as (
    select * from known
    where (place = $place and sector = coalesce($sector, '_T')) or ($place is null and sector = $sector)
),
here as (select * from picked order by period desc, measure limit 1)
select 'mark' as role, period, place, sector, '_T' as series, value, status, source, measure from known
union all
select 'finding', period, place, sector, 'top', value, status, source, null from top
union all
select 'finding', period, place, sector, 'here', value, status, source, null from here
union all
select 'finding', period, place, sector, 'number', (select cast(count(*) as double) from picked), status, source, null from here
union all
select 'finding', null, $place, $sector, 'asked', null, null, null, null where $place is not null or $sector is not null
union all
select 'finding', null, coalesce($place, country()), coalesce($sector, '_T'),
    case
        when not exists (select 1 from known) then 'case.none'
        when $place is null and $sector is null and exists (select 1 from top) then 'case.all'
        when $place is null and $sector is null then 'case.none'
        when exists (select 1 from here where place <> country()) then 'case.here'
        when exists (select 1 from here) then 'case.union'
        when $place is not null and $sector is not null then 'case.missing'
        when $place is not null then 'case.missing_region'
        else 'case.missing_union'
    end, null, null, null, null
order by 1 desc, 9, 2 desc, 3
