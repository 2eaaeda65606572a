-- What share of labour conflicts was settled before a strike at enterprises with FPRK unions and at the others?
-- One row: one kind of enterprise in one of the two newest years; the others are the total less FPRK's part.
with published as (
    select f.period, f.measure, f.series, f.value, f.status, f.source
    from figures f
    where f.measure in ('labour_conflicts', 'labour_conflicts_resolved')
      and f.series in ('_T', 'with_fprk_union')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
years as (
    select c.period, c.status, c.source,
           rf.value / cf.value * 100 as fprk, (r.value - rf.value) / (c.value - cf.value) * 100 as others,
           row_number() over (order by c.period desc) as age
    from published c
    join published cf on cf.period = c.period and cf.measure = 'labour_conflicts' and cf.series = 'with_fprk_union'
    join published r on r.period = c.period and r.measure = 'labour_conflicts_resolved' and r.series = '_T'
    join published rf on rf.period = c.period and rf.measure = 'labour_conflicts_resolved' and rf.series = 'with_fprk_union'
    where c.measure = 'labour_conflicts' and c.series = '_T'
),
numbers as (
    select n.period, n.status, n.source, n.fprk as now, n.others as others_now, b.fprk as before, b.others as others_before
    from years n
    left join years b on b.age = 2
    where n.age = 1
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, 'with_fprk_union' as series, fprk as value, status, source
from years where age <= 2
union all
select 'mark', period, 'KZ', '_T', 'without_fprk_union', others, status, source from years where age <= 2
union all
select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source
from numbers n
cross join lateral (
    values ('now', n.now), ('before', n.before), ('others_now', n.others_now), ('others_before', n.others_before)
) as slot (name, value)
union all
select 'finding', null, 'KZ', '_T',
       case when not exists (select 1 from numbers) then 'case.none'
            when (select before from numbers) is null then 'case.one_year'
            when (select before < others_before and now > others_now from numbers) then 'case.overtook'
            else 'case.two_years' end,
       null, null, null
