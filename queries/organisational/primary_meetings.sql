-- How many meetings "How are you, primary?" are there in a year, and how many people come to one?
-- One row: the yearly average of meetings over the span, or the organisations met in the newest year; the two count different things.
with known as (
    from printed(['primary_meetings', 'primary_meeting_members', 'primary_organisations_met', 'primary_meeting_participants'], null)
    where place = 'KZ' and sector = '_T' and series = '_T' and ($period is null or right(period, 4) <= $period)
),
spans as (from known where measure = 'primary_meetings' and period like '%/%'),
total as (from newest('spans')),
yearly as (select * replace (value / (right(period, 4)::integer - left(period, 4)::integer + 1) as value, 'primary_meetings_yearly' as series) from total),
years as (from known where measure = 'primary_organisations_met'),
now as (select * replace ('primary_organisations_year' as series) from newest('years')),
average as (select * replace (round(value) as value) from yearly),
sizes_then as (from ratio_of('known', 'primary_meeting_members', 'primary_meetings', factor := 1)),
size_then as (select * replace (round(value) as value) from sizes_then where period in (select period from total)),
sizes_now as (from ratio_of('known', 'primary_meeting_participants', 'primary_organisations_met', factor := 1)),
size_now as (select * replace (round(value) as value) from sizes_now where period in (select period from now))
from mark('yearly')
union all
from mark('now')
union all
from slots_of('average', 'total', 'size_then', 'now', 'size_now')
union all
from chosen(case when nothing_in('size_then') then 'case.none' when nothing_in('size_now') then 'case.span' else 'case.both' end)
order by role desc, period, series
