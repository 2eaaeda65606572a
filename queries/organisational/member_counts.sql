-- How many members do the unions of {@us.en} have by each size that is printed, and by each that the report's own shares imply?
-- One row: one statement, in millions; an implied size is the printed number of women (or of the young) divided by their printed share.
with sizes as (
    select period, country() as place, '_T' as sector, series, value / 1000000.0 as value, status, source
    from sizes_as_of($period)
),
top as (from sizes order by value desc, period desc, series limit 1),
bottom as (from lowest('sizes')),
published as (from count_of('sizes'))
from mark('sizes')
union all
from slots_of('top', 'bottom', 'published')
union all
from chosen(case when nothing_in('top') then 'case.none' when value_of('bottom') < value_of('top') then 'case.differ' else 'case.same' end)
order by
    role desc, period, list_position(['printed_report', 'implied_by_women', 'implied_by_youth'], series) nulls first, series
