-- What share of the employed work informally, in the picked region where it is published, and what was it a year before? One row is one year.
with known as (from official(['informal_employment_share'], $period) where sector = '_T' and length(period) = 4)
from tile_of_place('known', $place, measures := ['informal_employment_share'])
order by role desc, period desc, series
