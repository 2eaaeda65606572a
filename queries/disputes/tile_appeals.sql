-- How many appeals did the Legal Clinic consider in a year, and in the year before?
-- One row: that number in one year, for the region and the sector picked or for the country; newest year first.
with known as (from printed(['appeals'], $period) where series = '_T' and sector = coalesce($sector, '_T'))
from tile_of_place('known', $place)
order by role desc, period desc, series
