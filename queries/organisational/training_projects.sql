-- How many people did the seminars and each of the training projects reach?
-- One row: the seminars or one project in the newest year.
with published as (
    select f.period, case when f.measure = 'training_seminar_participants' then 'training_seminars' else f.series end as series, f.value, f.status, f.source
    from figures f
    where f.measure in ('training_project_participants', 'training_seminar_participants')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select * from published where period = (select max(period) from published)
),
seminars as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'training_seminars' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.period = (select max(period) from newest)
),
numbers as (
    select max(n.period) as period, max(n.status) as status, max(n.source) as source, max(s.value) as seminars,
           max(n.value) filter (where n.series = 'training_seminars') as reached,
           max(n.value) filter (where n.series = 'legal_education') as legal,
           max(n.value) filter (where n.series = 'educational_marathon') as marathon
    from newest n
    left join seminars s on s.period = n.period
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, -value as position from newest
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, 0
    from numbers n
    cross join lateral (values ('seminars', n.seminars), ('reached', n.reached), ('legal', n.legal), ('marathon', n.marathon)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers where seminars is not null and reached is not null) then 'case.none'
                when (select legal is null or marathon is null from numbers) then 'case.seminars'
                else 'case.reached' end,
           null, null, null, 0
)
order by role desc, position, series
