-- Where do more people live below the subsistence minimum? One row is one region in the newest complete year.
-- Quarterly figures are seasonal and partial and are not used.
with poor as (from official(['poverty_rate'], $period) where sector = '_T' and length(period) = 4)
from all_regions('poor', $place)
order by role desc, value desc nulls last, place, series
