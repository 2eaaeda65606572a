-- How many labour conflicts were there in a year, and in the year before?
-- One row: that number in one year, for the region picked or for the country; newest year first.
with known as (from printed(['labour_conflicts'], $period) where series = '_T' and sector = '_T')
from tile_of_place('known', $place)
order by role desc, period desc, series
