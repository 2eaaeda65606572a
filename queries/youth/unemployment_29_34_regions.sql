-- Where is unemployment among people aged 29 to 34 higher? One row is one region in the newest complete year.
with known as (from official_by_age(['youth_unemployment_rate'], $period) where sector = '_T' and age = 'Y29-34' and length(period) = 4)
from all_regions('known', $place)
order by role desc, value desc nulls last, place, series
