-- Which regions did the chair visit? One row: one of today's regions; what the report does not name is unknown, not "not visited".
with
visited as (
    select f.period, f.place, f.value, f.status, f.source
    from figures f
    where f.measure = 'chair_region_visited' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
regions as (select place from places where kind in ('region', 'city')),
newest as (select max(period) as period, max(source) as source from visited having count(*) > 0),
counted as (
    select n.period, n.source, count(v.place) as named, count(r.place) as all_regions
    from newest n
    cross join regions r
    left join visited v on v.place = r.place
    group by n.period, n.source
),
answer as (
    select 'mark' as role, n.period, r.place, '_T' as sector, '_T' as series, v.value, v.status, coalesce(v.source, n.source) as source, 1 as block
    from newest n
    cross join regions r
    left join visited v on v.place = r.place
    union all
    select 'finding', c.period, 'KZ', '_T', slot.name, slot.number, 'final', c.source, 2
    from counted c
    cross join lateral (values ('named', c.named), ('all_regions', c.all_regions)) as slot (name, number)
    union all
    select 'finding', null, cast($place as varchar), '_T', 'asked', null, null, null, 2 where $place is not null
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from newest) then 'case.none'
            when $place is null then 'case.country'
            when exists (select 1 from visited where place = $place) then 'case.visited'
            else 'case.not_named'
        end, null, null, null, 2
)
select role, period, place, sector, series, value, status, source
from answer
order by block, value nulls last, place
