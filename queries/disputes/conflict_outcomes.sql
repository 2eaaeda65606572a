-- How did labour conflicts end: settled before a strike, or in a strike?
-- One row: one outcome in one year, with its share of the year's conflicts.
with published as (
    select f.period, f.measure, f.value, f.status, f.source
    from figures f
    where f.measure in ('labour_conflicts', 'labour_conflicts_resolved', 'strikes')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
years as (
    select c.period, c.status, c.source, c.value as conflicts, r.value as resolved, s.value as strikes,
           r.value / c.value * 100 as resolved_share, row_number() over (order by c.period desc) as age
    from published c
    join published r on r.period = c.period and r.measure = 'labour_conflicts_resolved'
    join published s on s.period = c.period and s.measure = 'strikes'
    where c.measure = 'labour_conflicts'
),
numbers as (
    select n.period, n.status, n.source, n.conflicts, n.resolved, n.resolved_share as share, b.resolved_share as share_before
    from years n
    left join years b on b.age = 2
    where n.age = 1
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, 'resolved_before_strike' as series, resolved as value, status, source,
           resolved_share as share, 1 as position
    from years
    union all
    select 'mark', period, 'KZ', '_T', 'ended_in_strike', strikes, status, source, strikes / conflicts * 100, 2 from years
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, null, 9
    from numbers n
    cross join lateral (
        values ('conflicts', n.conflicts), ('resolved', n.resolved), ('share', n.share), ('share_before', n.share_before)
    ) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select share_before from numbers) is null then 'case.one_year'
                else 'case.two_years' end,
           null, null, null, null, 9
)
order by role desc, period desc, position
