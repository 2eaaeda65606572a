-- How many members of FPRK unions are there per 100 employees of a region? One mark is one region at its newest published date; a picked region that was never published has no value.
with
members as (
    select f.period, f.place, f.value, f.status, f.source, sources.date
    from statistics f
    join places on places.place = f.place and places.kind in ('region', 'city')
    join sources on sources.source = f.source
    where f.measure = 'fprk_members' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
known as (
    select m.period, m.place, m.value * 100.0 / (e.value * 1000) as value, m.status, m.source
    from members m
    join statistics e on e.measure = 'employees' and e.place = m.place and e.period = m.period and e.sector = '_T' and e.sex = '_T' and e.age = '_T'
    where e.value > 0
    qualify row_number() over (partition by m.place order by m.period desc, nullif(m.date, 'n.d.') desc nulls last) = 1
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
