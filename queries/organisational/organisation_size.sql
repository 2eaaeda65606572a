-- How many members does a primary organisation have on average, in the regions and among the new ones? One mark is one region at its newest published date; a picked region that was never published has no value.
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
    select m.period, m.place, m.value / o.value as value, m.status, m.source
    from members m
    join statistics o on o.measure = 'fprk_primary_orgs' and o.place = m.place and o.period = m.period and o.source = m.source and o.sex = '_T' and o.age = '_T'
    where o.value > 0
    qualify row_number() over (partition by m.place order by m.period desc, nullif(m.date, 'n.d.') desc nulls last) = 1
),
created as (
    select o.period, m.value / o.value as value, o.value as organisations, m.value as members, o.status, o.source
    from figures o
    join figures m on m.measure = 'fprk_new_org_members' and m.period = o.period and m.place = o.place and m.series = '_T' and m.sector = '_T'
    where o.measure = 'fprk_primary_orgs_new' and o.place = 'KZ' and o.series = '_T' and o.sector = '_T' and o.value > 0
        and ($period is null or left(o.period, 4) <= $period)
    qualify row_number() over (order by o.period desc) = 1
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
    select 'finding', period, 'KZ', '_T', 'fresh', value, status, source, 3, 0 from created
    union all
    select 'finding', period, 'KZ', '_T', 'organisations', organisations, status, source, 3, 0 from created
    union all
    select 'finding', period, 'KZ', '_T', 'members', members, status, source, 3, 0 from created
    union all
    select
        'finding', null, null, '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when $place is null and exists (select 1 from created) then 'case.fresh'
            when $place is null then 'case.top'
            when exists (select 1 from missing) then 'case.unpublished'
            else 'case.picked'
        end, null, null, null, 3, 0
)
select role, period, place, sector, series, value, status, source
from answer
order by block, position, place
