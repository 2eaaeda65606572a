-- How many people did the year’s international events, the summer school and the training abroad reach? One row is one count of persons.
with known as (
    from printed(['international_event_participants', 'summer_school_participants', 'ilaf_trained', 'international_events'], $period)
    where series = '_T' and sector in ('_T', 'ORG_PERC')
),
counts as (
    select * replace ('_T' as sector) from known where measure <> 'international_events'
    qualify row_number() over (partition by measure order by period desc, source) = 1
),
now as (select * replace (country() as place) from counts where measure = 'international_event_participants'),
events as (from known semi join now using (period) where measure = 'international_events' and place = country()),
per_event as (select now.* replace (now.value / events.value as value) from now cross join events)
from mark('counts', ['measure'])
union all by name
from slot('now')
union all by name
from slot('events')
union all by name
from slot('per_event')
union all by name
from chosen(if(nothing_in('per_event'), 'case.none', 'case.per_event'))
order by role desc, value desc nulls last, measure, series
