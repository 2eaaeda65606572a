-- Where is it dearest to live by the Bureau’s computed minimum, and what was it a year before? One row is one named region in the newest year with several named regions; a picked region that is not named has no value.
with known as (from official(['subsistence_minimum_august'], $period) where sector = '_T'),
regions as (from known where is_region(place)),
shown as (from newest_of_several('regions')),
country as (from known where place = 'KZ' and period in (select period from shown)),
earlier as (
    from known
    where period = a_year_before((select max(period) from shown)) and (place = 'KZ' or place in (select place from shown))
),
country_before as (from earlier where place = 'KZ')
from ranked_regions('known', $place, country_too := true) where series <> 'case.top' or exists (from country_before)
union all
from mark('earlier')
union all
from difference_pct('growth', 'country', 'country_before')
union all
from chosen('case.alone') where $place is null and exists (from shown) and nothing_in('country_before')
order by role desc, period desc nulls last, value desc nulls last, place, series
