-- How many legal consultations did the clinic give, spoken and written?
-- One row: spoken, written or (where not split) all consultations in one year, with the share of the year.
with published as (
    select f.period, f.series, f.value, f.status, f.source, f.value / sum(f.value) over (partition by f.period) * 100 as share,
           dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure = 'legal_consultations'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
numbers as (
    select max(period) as period, max(status) as status, max(source) as source,
           sum(value) filter (where age = 1) as now,
           max(value) filter (where age = 1 and series = 'oral') as oral,
           max(value) filter (where age = 1 and series = 'written') as written
    from published
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share from published
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, null
    from numbers n
    cross join lateral (values ('now', n.now), ('oral', n.oral), ('written', n.written)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select oral from numbers) is null then 'case.not_split'
                else 'case.split' end,
           null, null, null, null
)
order by role desc, period desc, series
