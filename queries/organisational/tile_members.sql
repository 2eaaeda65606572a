-- How many members does the report print for the unions of {@us.en}? One row is the newest printed size, in millions as it is printed.
with line as (
    select * replace (value / 1000000.0 as value) from printed(['fprk_members'], $period) where place = country() and sector = '_T' and series = '_T'
)
from tile_since_year_before('line')
order by role desc, period desc, series
