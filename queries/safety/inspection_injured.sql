-- How many people were hurt at work by the labour inspection, by full year. One mark is one year in the country; years that are not published are missing, not zero.
with line as (from spliced(['inspection_injured', 'ministry_injured'], $period) where place = country() and sector = '_T')
from mark('line')
union all
from change_since_last_but_one('line')
order by role desc, period
