-- How many people come to the meetings "How are you, primary?" in a year: on average over the first years, and in the newest year?
-- One row: the yearly average of the span (union members), or the newest year (all participants); the two count different things.
with known as (
    from printed(['primary_meeting_members', 'primary_meeting_participants'], null)
    where place = 'KZ' and sector = '_T' and series = '_T' and ($period is null or right(period, 4) <= $period)
),
spans as (from known where measure = 'primary_meeting_members' and period like '%/%'),
total as (from newest('spans')),
yearly as (select * replace (value / (right(period, 4)::integer - left(period, 4)::integer + 1) as value, 'primary_members_yearly' as series) from total),
average as (select * replace (round(value) as value) from yearly),
years as (from known where measure = 'primary_meeting_participants'),
now as (select * replace ('primary_participants_year' as series) from newest('years'))
from mark('yearly')
union all
from mark('now')
union all
from slots_of('average', 'total', 'now')
union all
from chosen(case when nothing_in('total') then 'case.none' when nothing_in('now') then 'case.span' else 'case.both' end)
order by role desc, period, series
