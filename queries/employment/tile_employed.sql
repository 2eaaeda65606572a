-- How many people are employed, in the picked region where it is published, and what was it a year before? One row is one year.
with known as (from official(['employed'], $period) where sector = '_T' and length(period) = 4)
from tile_of_place('known', $place, measures := ['employed'])
order by role desc, period desc, series
