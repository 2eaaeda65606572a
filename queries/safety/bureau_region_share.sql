-- Which share of all victims does a region have by the Bureau? One row is one named region in the newest year with several named regions; a picked region that is not named has no value.
with known as (from official(['bns_region_share'], $period) where sector = '_T')
from ranked_regions('known', $place, country_too := true)
order by role desc, value desc nulls last, place, series
