-- How many people died at work by the count of {@us.en} in the newest year, and how many a year before: the tile's number. One row is one year; the report prints the country only, so a picked region has none.
with known as (from printed(['deaths'], $period) where series = '_T' and sector = '_T')
from tile_of_place('known', $place)
order by role desc, period desc, series
