-- How many employees does each region have, and how many a year before? One row is one region in one of the two newest complete years.
-- Counts of unequal regions are not ranked in words. If a single region is missing, what the others leave of the country's total is its number.
with known as (from official(['employees'], $period) where sector = '_T' and length(period) = 4),
regions as (from every_region('known')),
country as (from (from known where place = country()) semi join regions using (period)),
top as (from highest('regions')),
here as (from regions where place = $place and value is not null),
-- Regions of the time: those that were formed later are not missing.
absent as (from regions where value is null and left(coalesce((select valid_from from places where places.place = regions.place), ''), 4) <= period),
rest as (
    select absent.* replace (country.value - (select sum(value) from regions) as value, country.source as source)
    from absent
    cross join country
    where absent.place = $place and (select count(*) from absent) = 1
),
-- A region divided in the meantime has no comparable year before.
earlier as (
    select known.*
    from known
    join complete_year('known') as complete on known.period = a_year_before(complete.period)
    where is_region(known.place) and same_definition('employees', known.period, complete.period, known.place)
)
select * replace (if(series = 'case.missing' and exists (from rest), 'case.rest', series) as series)
from all_regions('known', $place, country_too := false)
union all
from mark('earlier')
union all
from share('top_share', 'top', 'country')
union all
from share('share', 'here', 'country')
union all
from slot('rest')
order by role desc, period desc nulls last, value desc nulls last, place, series
