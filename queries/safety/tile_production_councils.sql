-- How many production councils {@us.en.gen} member organisations set up in the newest year, and how many a year before: the tile's number. One row is one year; the report prints the country only, so a picked region has none.
with known as (from printed(['production_councils_created'], $period) where series = '_T' and sector = coalesce($sector, '_T'))
from tile_of_place('known', $place)
order by role desc, period desc, series
