-- How did the number of strikes change, in all and at enterprises with FPRK unions?
-- One row: all strikes or those at enterprises with FPRK unions, in one of the two newest years.
with published as (
    select f.period, f.series, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure = 'strikes'
      and f.series in ('_T', 'with_fprk_union')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
numbers as (
    select max(period) as period, max(status) as status, max(source) as source,
           max(value) filter (where age = 1 and series = '_T') as now,
           max(value) filter (where age = 2 and series = '_T') as before,
           max(value) filter (where age = 1 and series = 'with_fprk_union') as fprk_now,
           max(value) filter (where age = 2 and series = 'with_fprk_union') as fprk_before
    from published
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from published where age <= 2
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source
    from numbers n
    cross join lateral (
        values ('now', n.now), ('before', n.before), ('fprk_now', n.fprk_now), ('fprk_before', n.fprk_before)
    ) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select before from numbers) is null then 'case.one_year'
                when (select now < before from numbers) then 'case.fell'
                when (select now > before from numbers) then 'case.rose'
                else 'case.same' end,
           null, null, null
)
order by role desc, series, period
