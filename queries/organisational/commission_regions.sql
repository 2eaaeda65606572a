-- In which regions did union leaders and akims chair the tripartite commission? One row: one region and one kind of chair in the newest year.
with
published as (
    select f.period, f.place, f.series, f.value, f.status, f.source
    from figures f
    join places on places.place = f.place and places.kind in ('region', 'city')
    where f.measure = 'regional_commission_meetings' and f.sector = '_T' and f.series in ('chaired_by_union', 'chaired_by_akim') and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
regions as (
    select period, place, max(value) filter (where series = 'chaired_by_union') as unions, max(value) filter (where series = 'chaired_by_akim') as akims,
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
    select 'mark' as role, p.period, p.place, '_T' as sector, p.series, p.value, p.status, p.source,
           coalesce(r.unions, 0) as first, coalesce(r.akims, 0) as second, 1 as block
    from published p
    join regions r on r.place = p.place
    union all
    select 'finding', c.period, 'KZ', '_T', slot.name, slot.number, c.status, c.source, 0, 0, 2
    from counted c
    cross join lateral (values ('union_regions', c.union_regions), ('akim_regions', c.akim_regions)) as slot (name, number)
    union all
    select 'finding', p.period, p.place, '_T', slot.name, slot.number, p.status, p.source, 0, 0, 2
    from picked p
    cross join lateral (values ('unions', p.unions), ('akims', p.akims)) as slot (name, number)
    union all
    select 'finding', null, cast($place as varchar), '_T', 'asked', null, null, null, 0, 0, 2 where $place is not null
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
        end, null, null, null, 0, 0, 2
)
select role, period, place, sector, series, value, status, source
from answer
order by block, first desc, second desc, place, series desc
