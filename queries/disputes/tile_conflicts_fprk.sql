-- How many labour conflicts were there at enterprises with {@us.en} unions, and in the year before?
-- One row: that number in one year, for the region picked or for the country; newest year first.
with known as (from printed(['labour_conflicts'], $period) where series = 'with_fprk_union' and sector = '_T')
from tile_of_place('known', $place)
order by role desc, period desc, series
