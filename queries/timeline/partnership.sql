-- Which tripartite meetings, agreements, laws, statements, court cases and strikes does the newest year have? One mark is one event dated to the day or the month.
with known as (from chronicle($period) where area <> 'international' and series in ('event_commission', 'event_law', 'event_statement', 'event_strike')),
dated as (from dated_events('known'))
from mark_of_events('dated', $sector)
union all by name
from told_of_events('dated', $place, $sector, ['event_commission', 'event_law', 'event_statement', 'event_strike'])
order by role desc, in_order_of_lanes(series), period, text_en
