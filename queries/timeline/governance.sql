-- Which congresses, meetings and conferences of the unions were held in the newest year? One mark is one event dated to the day or the month.
with known as (from chronicle($period) where area <> 'international' and series in ('event_congress', 'event_meeting', 'event_forum', 'event_programme')),
dated as (from dated_events('known'))
from mark_of_events('dated', $sector)
union all by name
from told_of_events('dated', $place, $sector, ['event_congress', 'event_meeting', 'event_programme'])
order by role desc, in_order_of_lanes(series), period, text_en
