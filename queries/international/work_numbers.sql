-- Which other numbers does the report give about the year’s international work? One row is one number.
with shown as (
    from printed(
        ['international_events', 'ilo_events', 'ilo_conference_session', 'ilo_project_years', 'summer_school_centres', 'anniversary_greetings', 'union_news_issues'], $period
    )
    qualify left(period, 4) = max(left(period, 4)) over (partition by measure)
),
greetings as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, sum(value) as greetings,
        max(value) filter (where series = 'greeting_letters') as letters, max(value) filter (where series = 'greeting_videos') as videos
    from shown
    where measure = 'anniversary_greetings'
    having count(*) = 2
),
total as (
    select max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(*) as numbers
        from shown having count(*) > 0
)
from mark('shown', ['measure'])
union all by name
from slots('greetings')
union all by name
from slots('total')
union all by name
from chosen(case when nothing_in('shown') then 'case.none' when exists (from greetings) then 'case.greetings' else 'case.listed' end)
order by role desc, value desc nulls last, measure, series
