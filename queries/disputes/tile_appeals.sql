-- How many appeals did the Legal Clinic consider in a year, and in the year before?
-- One row: that number in one year, for the region and the sector picked or for the country; newest year first.
with printed_appeals as (from printed(['appeals'], $period) where series = '_T' and sector = coalesce($sector, '_T')),
known as (from with_zero_where_nothing_is_left('printed_appeals'))
from tile_of_place('known', $place)
order by role desc, period desc, series
