-- Where do more people aged 15 to 24 neither work nor study? One row is one region in the newest complete year.
with known as (from official_by_age(['neet_rate'], $period) where sector = '_T' and age = 'Y15-24' and length(period) = 4)
from all_regions('known', $place)
order by role desc, value desc nulls last, place, series
