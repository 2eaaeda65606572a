-- How many people are in heavy physical labour, by year. One mark is one year in the country; years that are not published are missing, not zero.
with line as (from official(['heavy_labour_workers'], $period) where place = country() and sector = '_T')
from mark('line')
union all
from change_since_first('line')
order by role desc, period
