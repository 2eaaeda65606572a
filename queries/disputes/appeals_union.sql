-- What did appeals on union activity concern?
-- One row: one kind in one of the two newest years, by size in the newest.
with published as (
    select f.period, f.series, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure = 'appeals_union'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series <> '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
kinds as (
    select n.period, n.series, n.value as now, b.value as before, n.status, n.source,
           n.value / sum(n.value) over () * 100 as share, row_number() over (order by n.value desc, n.series) as position
    from published n
    left join published b on b.series = n.series and b.age = 2
    where n.age = 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, p.period, 'KZ' as place, '_T' as sector, p.series, p.value, p.status, p.source, k.position
    from published p
    join kinds k on k.series = p.series
    where p.age <= 2
    union all
    select 'finding', k.period, 'KZ', '_T', k.series || slot.name, slot.value, k.status, k.source, 99
    from kinds k
    cross join lateral (values ('_now', k.now), ('_before', k.before), ('_share', k.share)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from kinds) then 'case.none'
                when (select count(before) from kinds) = 0 then 'case.one_year'
                else 'case.two_years' end,
           null, null, null, 99
)
order by role desc, position, period desc
