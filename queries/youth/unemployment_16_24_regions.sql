-- Where is unemployment among people aged 16 to 24 higher? One row is one region in the newest complete year.
with known as (from official_by_age(['youth_unemployment_rate'], $period) where sector = '_T' and age = 'Y16-24' and length(period) = 4)
from all_regions('known', $place)
order by role desc, value desc nulls last, place, series
