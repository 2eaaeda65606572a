-- How many appeals considered were individual and how many collective?
-- One row: individual or collective appeals in one year, with its share of the two.
with published as (
    select f.period, f.series, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as age,
           f.value / sum(f.value) over (partition by f.period) * 100 as share
    from figures f
    where f.measure = 'appeals_considered'
      and f.series in ('individual', 'collective')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
numbers as (
    select max(period) as period, max(status) as status, max(source) as source,
           sum(value) filter (where age = 1) as total,
           max(value) filter (where age = 1 and series = 'individual') as individual_now,
           max(value) filter (where age = 2 and series = 'individual') as individual_before,
           max(value) filter (where age = 1 and series = 'collective') as collective_now,
           max(value) filter (where age = 2 and series = 'collective') as collective_before,
           max(share) filter (where age = 1 and series = 'individual') as individual_share
    from published
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share, if(series = 'individual', 1, 2) as position
    from published
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, null, 9
    from numbers n
    cross join lateral (
        values ('total', n.total), ('individual_now', n.individual_now), ('individual_before', n.individual_before), ('collective_now', n.collective_now),
               ('collective_before', n.collective_before), ('individual_share', n.individual_share)
    ) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select individual_before from numbers) is not null then 'case.two_years'
                else 'case.one_year' end,
           null, null, null, null, 9
)
order by role desc, period desc, position
