-- What share of a region's enterprises has a collective agreement? One mark is one region at its newest published date; a picked region that was never published has no value.
with
known as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    join places on places.place = f.place and places.kind in ('region', 'city')
    join sources on sources.source = f.source
    where f.measure = 'regional_ca_coverage' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.place order by f.period desc, nullif(sources.date, 'n.d.') desc nulls last) = 1
),
shown as (
    select
        known.period, known.place, known.value, known.status, known.source,
        count(*) over () as published, row_number() over (order by known.value desc, known.place) as position
    from known
),
missing as (
    select cast($place as varchar) as place
    where $place is not null and exists (select 1 from shown) and not exists (select 1 from shown where shown.place = $place)
),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, 1 as block, position from shown
    union all
    select 'mark', (select max(period) from shown), place, '_T', '_T', null, null, null, 2, 0 from missing
    union all
    select 'finding', period, place, '_T', 'top', value, status, source, 3, 0 from shown where position = 1
    union all
    select 'finding', period, 'KZ', '_T', 'published', published, status, source, 3, 0 from shown where position = 1
    union all
    select 'finding', period, place, '_T', 'now', value, status, source, 3, 0 from shown where place = $place
    union all
    select 'finding', null, place, '_T', 'asked', null, null, null, 3, 0 from missing
    union all
    select
        'finding', null, null, '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when $place is null then 'case.top'
            when exists (select 1 from missing) then 'case.unpublished'
            else 'case.picked'
        end, null, null, null, 3, 0
)
select role, period, place, sector, series, value, status, source
from answer
order by block, position, place
