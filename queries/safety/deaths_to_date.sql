-- How many people were killed at work by the Ministry of Labour in the same months of different years? One row is one span of months in one year.
-- Only equal spans compare: the sentence takes the longest one of the newest year that an earlier year has too. The span stands in the editors' note.
with line as (
    select * replace (counted_to(note, measure) as series)
    from reported(['ministry_deaths_ytd', 'inspection_fatal_9m'], $period)
    where place = country() and sector = '_T' and sex = '_T' and age = '_T'
    qualify row_number() over (partition by counted_to(note, measure), period order by source) = 1
),
equal as (from same_months('line')),
now as (from newest('equal')),
start as (from first('equal')),
until as (select * replace (coalesce(end_of_span(series, period), period) as period) from now),
longest as (from longest_span('line')),
longest_until as (select * replace (coalesce(end_of_span(series, period), period) as period) from longest)
from mark('line')
union all
from slot('now')
union all
from slot('first', 'start')
union all
from slots_of('until', 'longest', 'longest_until')
union all
from chosen(
    case
        when nothing_in('line') then 'case.none'
        when nothing_in('start') then 'case.single'
        when value_of('now') < value_of('start') then 'case.fell'
        when value_of('now') > value_of('start') then 'case.rose'
        else 'case.same'
    end
)
order by role desc, in_order_of_months(series), period
