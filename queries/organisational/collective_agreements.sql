-- How did the number of collective agreements in the country develop? One row is one printed year.
with line as (from printed(['collective_agreements'], $period) where place = country() and sector = '_T' and series = '_T')
from mark('line')
union all
from change_since_first('line')
order by role desc, period
