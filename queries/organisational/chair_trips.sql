-- How many working trips did the chair make, abroad and to the regions, and was the picked region among them? One row: one kind of trip in one year, with its share.
with
made as (
    select f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'chair_trips' and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
total as (select * from made where series = '_T'),
joined as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'chair_trips_with_unions' and f.place = 'KZ' and f.period = (select max(period) from made)
),
visited as (
    select f.period, f.place, f.value, f.status, f.source
    from figures f
    join places on places.place = f.place and places.kind in ('region', 'city')
    where f.measure = 'chair_region_visited' and f.value is not null and f.period = (select max(period) from made)
),
answer as (
    select 'mark' as role, m.period, 'KZ' as place, '_T' as sector, m.series, m.value, m.status, m.source, m.value * 100.0 / t.value as share, 1 as block
    from made m
    join total t on t.period = m.period
    where m.series <> '_T'
    union all
    select 'finding', period, 'KZ', '_T', case series when '_T' then 'everything' when 'international_trips' then 'abroad' else 'regions' end,
           value, status, source, null, 2
    from made
    union all
    select 'finding', period, 'KZ', '_T', 'with_unions', value, status, source, null, 2 from joined
    union all
    select 'finding', null, cast($place as varchar), '_T', 'asked', null, null, null, null, 2 where $place is not null
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from total) then 'case.none'
            when $place is null then 'case.trips'
            when exists (select 1 from visited where place = $place) then 'case.visited'
            else 'case.not_named'
        end, null, null, null, null, 2
)
select role, period, place, sector, series, value, status, source, share
from answer
order by block, value desc, series
