-- What is the statutory minimum wage and what was it a year before? One row is one year.
with wages as (from official(['minimum_wage'], $period) where place = country() and sector = '_T' and length(period) = 4)
from tile_since_year_before('wages')
order by role desc, period desc, series
