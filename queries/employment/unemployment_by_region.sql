-- What is the unemployment rate of each region? One row is one region in the newest complete year.
-- The rates lie so close together that no rank is told.
with known as (from official(['unemployment_rate'], $period) where sector = '_T' and length(period) = 4)
from all_regions('known', $place)
order by role desc, value desc nulls last, place, series
