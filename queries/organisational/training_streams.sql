-- How many people did each stream of training and legal education reach, as the sections of the report count them?
-- One row: one stream in the newest year.
with published as (
    select f.period,
           case f.measure when 'training_seminar_participants' then 'training_seminars' when 'dispute_seminar_participants' then 'stream_disputes'
                          when 'legal_outreach_participants' then 'stream_legal' else 'stream_inspectors' end as series,
           sum(f.value) as value, max(f.status) as status, max(f.source) as source
    from figures f
    where f.measure in ('training_seminar_participants', 'dispute_seminar_participants', 'legal_outreach_participants', 'inspector_training_participants')
      and f.source = 'fprk_report_2025'
      and f.place = 'KZ'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
    group by all
),
newest as (
    select * from published where period = (select max(period) from published)
),
numbers as (
    select max(period) as period, max(status) as status, max(source) as source,
           max(value) filter (where series = 'training_seminars') as seminars,
           max(value) filter (where series = 'stream_disputes') as disputes
    from newest
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, -value as position from newest
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, 0
    from numbers n
    cross join lateral (values ('seminars', n.seminars), ('disputes', n.disputes)) as slot (name, value)
    where slot.value is not null
    union all
    select 'finding', null, 'KZ', '_T',
           case when exists (select 1 from numbers where seminars is not null and disputes is not null) then 'case.both'
                when exists (select 1 from numbers where disputes is not null) then 'case.disputes'
                when exists (select 1 from numbers where seminars is not null) then 'case.seminars'
                else 'case.none' end,
           null, null, null, 0
)
order by role desc, position, series
