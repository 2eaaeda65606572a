-- How many primary organisations were created in the newest year, and in the year before where it is printed? One row is one year.
with line as (from printed(['fprk_primary_orgs_new'], $period) where place = country() and sector = '_T' and series = '_T')
from tile_since_year_before('line')
order by role desc, period desc, series
