-- How many of the young labour force (15 to 34 years) look for work in vain in the newest quarter told, in the picked region where it is told,
-- and how many did in the same quarter a year before? One row is one quarter.
with known as (from official_by_age(['youth_unemployment_rate'], $period) where sector = '_T' and age = 'Y15-34' and length(period) = 7)
from tile_of_place('known', $place)
order by role desc, period desc, series
