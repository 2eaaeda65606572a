-- How many collective agreements are in force in the country, and how many a year before? One row is one year.
with line as (from printed(['collective_agreements'], $period) where place = country() and sector = '_T' and series = '_T')
from tile_since_year_before('line')
order by role desc, period desc, series
