-- How did the number of court hearings with the clinic's lawyers change, as printed?
-- One row: the number printed for one of the two newest years.
with published as (
    select f.period, f.value, f.status, f.source, row_number() over (order by f.period desc) as age
    from figures f
    where f.measure = 'court_hearings'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
numbers as (
    select n.period, n.status, n.source, n.value as now, b.value as before
    from published n
    left join published b on b.age = 2
    where n.age = 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from published where age <= 2
    union all
    select 'finding', period, 'KZ', '_T', 'now', now, status, source from numbers
    union all
    select 'finding', period, 'KZ', '_T', 'before', before, status, source from numbers
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select before from numbers) is null then 'case.one_year'
                when (select now > before from numbers) then 'case.rose'
                when (select now < before from numbers) then 'case.fell'
                else 'case.same' end,
           null, null, null
)
order by role desc, period
