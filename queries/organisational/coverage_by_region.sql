-- What share of a region's enterprises has a collective agreement?
-- One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['regional_ca_coverage'], $period) where sector = '_T' and sex = '_T' and age = '_T')
from regions_as_published('known', $place)
order by role desc, value desc nulls last, place, series
