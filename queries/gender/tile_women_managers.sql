-- What share of managers are women, in the picked region where it is published, and what was it a year before? One row is one year.
with known as (from official_by_sex(['women_managers_share'], $period) where sector = '_T' and sex = 'F')
from tile_of_place('known', $place, measures := ['women_managers_share'])
order by role desc, period desc, series
