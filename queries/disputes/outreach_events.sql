-- How many outreach events did the Legal Clinic hold and how many people came to each? One row is one kind in the newest year.
with known as (from printed(['legal_outreach_events', 'field_meetings', 'legal_outreach_participants'], $period) where place = country() and sector = '_T'),
events as (from known where measure = 'legal_outreach_events' and series = '_T' order by period desc limit 1),
shown as (from known semi join events using (period) where measure <> 'legal_outreach_participants'),
meetings as (from shown where measure = 'field_meetings' and series = '_T'),
people as (select sum(value) as value from known semi join events using (period) where measure = 'legal_outreach_participants' having count(*) > 0),
each as (select events.* replace (people.value / events.value as value) from events cross join people)
from mark('shown', ['measure'])
union all by name
from slot('events')
union all by name
from slot('meetings')
union all by name
from slot('each')
union all by name
from chosen(case when nothing_in('meetings') or nothing_in('each') then 'case.none' else 'case.found' end)
order by role desc, value desc, measure, series
