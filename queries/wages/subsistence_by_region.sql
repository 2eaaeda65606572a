-- Where is it most expensive to live by the Bureau’s computed minimum, and what was it a year before?
-- One row is one named region in the newest year with several named regions;
-- a picked region that is not named has no value.
with known as (from official(['subsistence_minimum_august'], $period) where sector = '_T'),
regions as (from known where is_region(place)),
shown as (from newest_of_several('regions')),
earlier as (
    from known
    where period = a_year_before((select max(period) from shown)) and (place = country() or place in (select place from shown))
)
from ranked_regions('known', $place, country_too := true)
union all
from mark('earlier')
order by role desc, period desc nulls last, value desc nulls last, place, series
