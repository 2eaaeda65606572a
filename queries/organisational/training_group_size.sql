-- How many people come to one seminar or event, by stream of training?
-- One row: one stream in the newest year in which both events and people are counted.
with published as (
    select f.period,
           case when f.measure in ('training_seminars', 'training_seminar_participants') then 'training_seminars'
                when f.measure in ('dispute_seminars', 'dispute_seminar_participants') then 'stream_disputes' else 'stream_legal' end as series,
           f.measure in ('training_seminars', 'dispute_seminars', 'legal_outreach_events') as is_event,
           f.value, f.status, f.source
    from figures f
    where f.measure in ('training_seminars', 'training_seminar_participants', 'dispute_seminars', 'dispute_seminar_participants',
                        'legal_outreach_events', 'legal_outreach_participants')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
rates as (
    select period, series, sum(value) filter (where not is_event) / sum(value) filter (where is_event) as value, max(status) as status, max(source) as source
    from published
    group by period, series
),
newest as (
    select *
    from rates
    where value is not null and period = (select max(period) from rates where value is not null)
),
numbers as (
    -- Rounded as written, so that the words that go with a number fit it.
    select max(period) as period, max(status) as status, max(source) as source,
           round(max(value) filter (where series = 'training_seminars')) as seminars,
           round(max(value) filter (where series = 'stream_disputes')) as disputes
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
