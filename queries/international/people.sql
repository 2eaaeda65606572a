-- How many people did the year's international events, the summer school and the training abroad reach? One row is one count of persons.
with
counts as (
    select f.measure, f.period, f.place, f.value, f.status, f.source
    from figures f
    where f.measure in ('international_event_participants', 'summer_school_participants', 'ilaf_trained')
        and f.sector in ('_T', 'ORG_PERC') and f.series = '_T' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
),
events as (
    select f.value from figures f join counts on counts.measure = 'international_event_participants' and counts.period = f.period
    where f.measure = 'international_events' and f.place = 'KZ' and f.value is not null
),
main as (select counts.*, events.value as events from counts, events where counts.measure = 'international_event_participants'),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, measure, 1 as block from counts
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source, null, 2 from main
    union all
    select 'finding', period, 'KZ', '_T', 'events', events, status, source, null, 2 from main
    union all
    select 'finding', period, 'KZ', '_T', 'per_event', value / events, status, source, null, 2 from main
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from main) then 'case.per_event' else 'case.none' end, null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, measure
from answer
order by block, value desc nulls last, measure, series
