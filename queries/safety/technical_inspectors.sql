-- How many technical inspectors for labour protection there are, by year and publisher. One mark is one year in the country; years that are not published are missing, not zero.
with line as (from official(['technical_inspectors'], $period) where place = 'KZ' and sector = '_T')
from mark('line')
union all
from change_since_last_but_one('line')
order by role desc, period
