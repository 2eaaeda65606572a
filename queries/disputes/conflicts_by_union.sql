-- At enterprises with which unions did labour conflicts take place: FPRK's, other unions, none?
-- One row: one kind of enterprise in one year, with its share of the year's conflicts; where only FPRK's part is printed, the rest is total less FPRK.
with published as (
    select f.period, f.place, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'labour_conflicts'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
shown_place as (
    select coalesce(max(place), 'KZ') as place
    from published
    where place = $place and series = 'with_fprk_union'
),
chosen as (
    select p.period, p.place, p.series, p.value, p.status, p.source
    from published p
    join shown_place s on s.place = p.place
),
totals as (
    select period, place, value as total, status, source, row_number() over (order by period desc) as age
    from chosen
    where series = '_T'
),
printed_parts as (
    select period, count(*) as parts from chosen where series in ('with_other_union', 'no_union') group by period
),
parts as (
    select t.period, t.place, c.series, c.value, t.total, c.status, c.source,
           case c.series when 'with_fprk_union' then 1 when 'with_other_union' then 2 else 3 end as position
    from totals t
    join chosen c on c.period = t.period and c.series in ('with_fprk_union', 'with_other_union', 'no_union')
    union all
    select t.period, t.place, 'without_fprk_union', t.total - c.value, t.total, t.status, t.source, 4
    from totals t
    join chosen c on c.period = t.period and c.series = 'with_fprk_union'
    left join printed_parts p on p.period = t.period
    where coalesce(p.parts, 0) < 2
),
years as (
    select t.period, t.place, t.age, t.status, t.source, c.value as fprk, t.total - c.value as others, c.value / t.total * 100 as share
    from totals t
    join chosen c on c.period = t.period and c.series = 'with_fprk_union'
),
numbers as (
    select n.period, n.place, n.status, n.source, n.fprk as now, n.others as others_now, n.share, b.fprk as before, b.others as others_before
    from years n
    left join years b on b.age = 2
    where n.age = 1
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, place, '_T' as sector, series, value, status, source, value / total * 100 as share, position
    from parts
    union all
    select 'finding', n.period, n.place, '_T', slot.name, slot.value, n.status, n.source, null, 9
    from numbers n
    cross join lateral (
        values ('now', n.now), ('before', n.before), ('others_now', n.others_now), ('others_before', n.others_before), ('share', n.share)
    ) as slot (name, value)
    union all
    select 'finding', null, $place, '_T', 'here', null, null, null, null, 9 where $place is not null
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select before from numbers) is null then 'case.one_year'
                when $place is not null and (select place from shown_place) = $place then 'case.region'
                when $place is not null then 'case.absent'
                when (select now > before and others_now < others_before from numbers) then 'case.apart'
                else 'case.country' end,
           null, null, null, null, 9
)
order by role desc, period desc, position
