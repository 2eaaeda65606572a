-- How many people were hurt at work by the Bureau’s survey, by year. One mark is one year in the country; years that are not published are missing, not zero.
with line as (from official(['injured_total'], $period) where place = country() and sector = '_T')
from mark('line')
union all
from change_since_last_but_one('line')
order by role desc, period
