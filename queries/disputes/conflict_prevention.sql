-- How many labour consultations and seminars were held to prevent conflicts?
-- One row: consultations or seminars in one of the two newest years.
with published as (
    select f.period, case f.measure when 'labour_consultations' then 'consultations' else 'seminars' end as series, f.value, f.status, f.source,
           dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure in ('labour_consultations', 'dispute_seminars')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
numbers as (
    select max(period) as period, max(status) as status, max(source) as source,
           max(value) filter (where age = 1 and series = 'consultations') as consultations_now,
           max(value) filter (where age = 2 and series = 'consultations') as consultations_before,
           max(value) filter (where age = 1 and series = 'seminars') as seminars_now,
           max(value) filter (where age = 2 and series = 'seminars') as seminars_before
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
        values ('consultations_now', n.consultations_now), ('consultations_before', n.consultations_before), ('seminars_now', n.seminars_now), ('seminars_before', n.seminars_before)
    ) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select consultations_before from numbers) is null then 'case.one_year'
                when (select consultations_now < consultations_before and seminars_now < seminars_before from numbers) then 'case.both_fell'
                when (select consultations_now < consultations_before and seminars_now > seminars_before from numbers) then 'case.second_rose'
                else 'case.two_years' end,
           null, null, null
)
order by role desc, series, period
