-- How did the stock of conflicts on control change over the year?
-- One row: a step of the balance; the start is end + removed - arisen, given only while the report's own check of it agrees.
with printed as (
    select f.period, f.measure, f.value, f.status, f.source
    from figures f
    where f.measure in ('labour_conflicts', 'conflicts_removed_from_control', 'conflicts_on_control')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
balance as (
    select e.period, e.status, e.source, a.value as arisen, r.value as removed, e.value as stock_end,
           case when exists (select 1 from checks c where c.check = 'on_control_balance_2025' and c.result = 'agrees')
                then e.value + r.value - a.value end as stock_start
    from printed e
    join printed a on a.period = e.period and a.measure = 'labour_conflicts'
    join printed r on r.period = e.period and r.measure = 'conflicts_removed_from_control'
    where e.measure = 'conflicts_on_control'
    order by e.period desc
    limit 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, b.period, 'KZ' as place, '_T' as sector, step.name as series, step.value, b.status, b.source, step.position
    from balance b
    cross join lateral (
        values ('control_start', b.stock_start, 1), ('conflicts_arisen', b.arisen, 2), ('conflicts_removed', b.removed, 3), ('control_end', b.stock_end, 4)
    ) as step (name, value, position)
    union all
    select 'finding', b.period, 'KZ', '_T', slot.name, slot.value, b.status, b.source, 9
    from balance b
    cross join lateral (
        values ('start', b.stock_start), ('arisen', b.arisen), ('removed', b.removed), ('now', b.stock_end)
    ) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from balance) then 'case.none'
                when (select stock_start from balance) is null then 'case.no_start'
                when (select stock_start > stock_end from balance) then 'case.fell'
                else 'case.grew' end,
           null, null, null, 9
)
order by role desc, position
