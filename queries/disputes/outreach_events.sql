-- How many outreach events did the Legal Clinic hold and how many people came to each? One row is one kind in the newest year.
with known as (
    select f.measure, f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure in ('legal_outreach_events', 'field_meetings', 'legal_outreach_participants') and f.place = 'KZ' and f.sector = '_T'
        and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
shown as (select known.* from known where period = (select max(period) from known where measure = 'legal_outreach_events')),
events as (select * from shown where measure = 'legal_outreach_events' and series = '_T'),
meetings as (select * from shown where measure = 'field_meetings' and series = '_T'),
people as (select sum(value) as value from shown where measure = 'legal_outreach_participants' having count(*) > 0)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure
from shown where measure <> 'legal_outreach_participants'
union all
select 'finding', period, 'KZ', '_T', 'events', value, status, source, null from events
union all
select 'finding', period, 'KZ', '_T', 'meetings', value, status, source, null from meetings
union all
select 'finding', events.period, 'KZ', '_T', 'each', people.value / events.value, events.status, events.source, null from events, people
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from events, meetings, people) then 'case.found' else 'case.none' end, null, null, null, null
order by 1 desc, 6 desc
