-- In which regions did union leaders and akims chair the tripartite commission? One row: one region and one kind of chair in the newest year; the value is the number of meetings.
with
published as (
    select f.period, f.place, f.series, f.value, f.status, f.source
    from figures f
    join places on places.place = f.place and places.kind in ('region', 'city')
    where f.measure = 'regional_commission_meetings' and f.sector = '_T' and f.series in ('union_led', 'akim_led') and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
regions as (
    select period, place, max(value) filter (where series = 'union_led') as unions, max(value) filter (where series = 'akim_led') as akims,
           max(status) as status, max(source) as source
    from published
    group by period, place
),
counted as (
    select max(period) as period, count(unions) as union_regions, count(akims) as akim_regions, max(source) as source, max(status) as status
    from regions
    having count(*) > 0
),
picked as (select * from regions where place = $place),
answer as (
    select 'mark' as role, n.period, all_regions.place, '_T' as sector, kind.series, p.value, p.status, coalesce(p.source, n.source) as source,
           case when p.value is null then 'unknown' else 'yes' end as state, false as wanted,
           case when r.unions is not null then 1 when r.akims is not null then 2 else 3 end as block, kind.position
    from counted n
    cross join (select place from regions union select cast($place as varchar) where $place is not null) all_regions
    cross join (values ('union_led', 1), ('akim_led', 2)) as kind (series, position)
    left join published p on p.place = all_regions.place and p.series = kind.series
    left join regions r on r.place = all_regions.place
    union all
    select 'finding', c.period, 'KZ', '_T', slot.name, slot.number, c.status, c.source, null, null, 9, 0
    from counted c
    cross join lateral (values ('union_regions', c.union_regions), ('akim_regions', c.akim_regions)) as slot (name, number)
    union all
    select 'finding', p.period, p.place, '_T', slot.name, slot.number, p.status, p.source, null, null, 9, 0
    from picked p
    cross join lateral (values ('unions', p.unions), ('akims', p.akims)) as slot (name, number)
    union all
    select 'finding', null, cast($place as varchar), '_T', 'asked', null, null, null, null, null, 9, 0 where $place is not null
    union all
    select
        'finding', null, null, '_T',
        case
            when not exists (select 1 from published) then 'case.none'
            when $place is null then 'case.country'
            when not exists (select 1 from picked) then 'case.not_named'
            when (select unions is null from picked) then 'case.akims'
            when (select akims is null from picked) then 'case.unions'
            else 'case.both'
        end, null, null, null, null, null, 9, 0
)
select role, period, place, sector, series, value, status, source, state, wanted
from answer
order by role desc, block, place, position
