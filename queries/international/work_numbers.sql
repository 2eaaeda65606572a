-- Which other numbers does the report give about the year's international work? One row is one number.
with
numbers as (
    select f.measure, f.period, f.place, f.sector, f.series, f.value, f.status, f.source
    from figures f
    where f.measure in (
        'international_events', 'ilo_events', 'ilo_conference_session', 'ilo_project_years', 'summer_school_centres', 'anniversary_greetings', 'union_news_issues'
    ) and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
greetings as (
    select max(period) as period, sum(value) as value, max(value) filter (where series = 'greeting_letters') as letters,
        max(value) filter (where series = 'greeting_videos') as videos, max(source) as source
    from numbers where measure = 'anniversary_greetings' having count(*) = 2
),
total as (select count(*) as value, max(period) as period, max(source) as source from numbers having count(*) > 0),
answer as (
    select 'mark' as role, period, place, sector, series, value, status, source, measure, 1 as block from numbers
    union all
    select 'finding', greetings.period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', greetings.source, null, 2
    from greetings
    cross join lateral (values ('greetings', greetings.value), ('letters', greetings.letters), ('videos', greetings.videos)) as slot (name, value)
    union all
    select 'finding', period, 'KZ', '_T', 'numbers', cast(value as double), 'final', source, null, 2 from total
    union all
    select
        'finding', null, 'KZ', '_T',
        case when not exists (select 1 from numbers) then 'case.none' when exists (select 1 from greetings) then 'case.greetings' else 'case.listed' end,
        null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, measure
from answer
order by block, value desc nulls last, measure, series
