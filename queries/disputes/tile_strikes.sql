-- How many labour conflicts ended in a strike in a year, and in the year before?
-- One row: that number in one year, for the region picked or for the country; newest year first.
with known as (from printed(['strikes'], $period) where series = '_T' and sector = '_T')
from tile_of_place('known', $place)
order by role desc, period desc, series
