-- How many employees does each region have, and how many a year before? One row is one region in one of the two newest complete years.
-- Counts of unequal regions are not ranked in words.
with known as (from official(['employees'], $period) where sector = '_T' and length(period) = 4),
regions as (from every_region('known')),
country as (from (from known where place = 'KZ') semi join regions using (period)),
top as (from highest('regions')),
here as (from regions where place = $place and value is not null),
-- A region divided in the meantime has no comparable year before.
earlier as (
    select known.*
    from known
    join complete_year('known') as complete on known.period = a_year_before(complete.period)
    where is_region(known.place) and same_definition('employees', known.period, complete.period, known.place)
)
from all_regions('known', $place, country_too := false)
union all
from mark('earlier')
union all
from share('top_share', 'top', 'country')
union all
from share('share', 'here', 'country')
order by role desc, period desc nulls last, value desc nulls last, place, series
