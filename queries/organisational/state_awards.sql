-- Which state awards did union leaders receive?
-- One row: one award in the newest year, with its share of all.
with published as (
    select f.period, f.series, f.value, f.status, f.source, f.value / sum(f.value) over (partition by f.period) * 100 as share
    from figures f
    where f.measure = 'state_awards'
      and f.series <> '_T'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select * from published where period = (select max(period) from published)
),
orders as (
    select max(period) as period, max(status) as status, max(source) as source, sum(value) as total,
           sum(value) filter (where series like 'order_%') as orders, sum(value) filter (where series like 'medal_%') as medals
    from newest
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share,
           case series when 'order_parasat' then 1 when 'order_kurmet' then 2 else 3 end as position
    from newest
    union all
    select 'finding', o.period, 'KZ', '_T', slot.name, slot.value, o.status, o.source, null, 9
    from orders o
    cross join lateral (values ('total', o.total), ('orders', o.orders), ('medals', o.medals)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from orders) then 'case.awarded' else 'case.none' end, null, null, null, null, 9
)
order by role desc, position, series
