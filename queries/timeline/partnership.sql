-- Which tripartite meetings, agreements, laws, statements, court cases and strikes does the newest year have?
-- One mark is one event dated to the day or the month.
with known as (from chronicle($period) where area <> 'international' and series in ('event_commission', 'event_law', 'event_statement', 'event_strike')),
dated as (from dated_events('known')),
-- How many strikes the report counts in that year: not all of them have a date.
strikes as (
    from printed(['strikes'], $period) where place = country() and sector = '_T' and series = '_T' and period in (select left(period, 4) from dated)
)
from mark_of_events('dated', $sector)
union all by name
select * replace (if(series = 'case.all' and exists (from strikes), 'case.all_strikes', series) as series)
from told_of_events('dated', $place, $sector, ['event_commission', 'event_law', 'event_statement', 'event_strike'])
union all by name
from slot('strikes')
order by role desc, in_order_of_lanes(series), period, text_en
