-- In which regions are the labour conflicts that are on control (a stock at the time of the report)?
-- One row: one region named in the source, largest first; the region picked is added without a value if it is not named.
with newest as (
    select max(period) as period
    from figures
    where measure = 'conflicts_on_control' and sector = '_T' and series = '_T' and place <> 'KZ' and value is not null
      and ($period is null or left(period, 4) <= $period)
    having count(*) > 0
),
regions as (
    select f.period, f.place, f.value, f.status, f.source, row_number() over (order by f.value desc, f.place) as position
    from figures f
    join newest n on n.period = f.period
    where f.measure = 'conflicts_on_control' and f.sector = '_T' and f.series = '_T' and f.place <> 'KZ' and f.value is not null
),
total as (
    select f.period, f.value, f.status, f.source
    from figures f
    join newest n on n.period = f.period
    where f.measure = 'conflicts_on_control' and f.sector = '_T' and f.series = '_T' and f.place = 'KZ'
),
not_named as (
    select t.period, t.source
    from total t
    where $place is not null and $place not in (select place from regions)
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, position from regions
    union all
    select 'mark', period, $place, '_T', '_T', null, null, source, 98 from not_named
    union all
    select 'finding', period, 'KZ', '_T', 'total', value, status, source, 99 from total
    union all
    select 'finding', period, place, '_T', if(position = 1, 'first', 'second'), value, status, source, 99 from regions where position <= 2
    union all
    select 'finding', t.period, 'KZ', '_T', 'first_share', r.value / t.value * 100, t.status, t.source, 99
    from regions r cross join total t
    where r.position = 1
    union all
    select 'finding', t.period, $place, '_T', 'here', r.value, r.status, t.source, 99
    from total t left join regions r on r.place = $place
    where $place is not null
    union all
    select 'finding', t.period, $place, '_T', 'here_share', r.value / t.value * 100, r.status, t.source, 99
    from total t left join regions r on r.place = $place
    where $place is not null
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T',
           case when not exists (select 1 from regions) then 'case.none'
                when exists (select 1 from not_named) then 'case.absent'
                when $place is not null then 'case.region'
                when (select sum(r.value) * 2 > max(t.value) from regions r cross join total t where r.position <= 2) then 'case.two_lead'
                else 'case.spread' end,
           null, null, null, 99
)
order by role desc, position
