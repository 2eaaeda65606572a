-- What did appeals to the Legal Clinic concern, this year and the year before?
-- One row: one kind of appeal in one of the two newest years.
with published as (
    select f.period, f.series, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure = 'appeals'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
numbers as (
    select max(period) as period, 'final' as status, max(source) as source,
           max(value) filter (where age = 1 and series = '_T') as now,
           max(value) filter (where age = 2 and series = '_T') as before,
           max(value) filter (where age = 1 and series = 'labour_relations') as labour
    from published
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from published where age <= 2 and series <> '_T'
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source
    from numbers n
    cross join lateral (
        values ('now', n.now), ('before', n.before), ('change_pct', abs(n.now - n.before) / n.before * 100), ('labour_share', n.labour / n.now * 100)
    ) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select before from numbers) is null then 'case.one_year'
                when (select now > before from numbers) then 'case.rose'
                when (select now < before from numbers) then 'case.fell'
                else 'case.same' end,
           null, null, null
)
order by role desc, series, period
