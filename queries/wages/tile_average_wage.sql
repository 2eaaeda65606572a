-- What is the average monthly wage, of the picked region where it is published, and what was it a year before? One row is one year.
with known as (from official(['average_monthly_wage'], $period) where sector = '_T' and length(period) = 4)
from tile_of_place('known', $place)
order by role desc, period desc, series
