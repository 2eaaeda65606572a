-- How many workers in 100 000 were hurt, not killed, at work by the Bureau, by year. One mark is one year in the country; years that are not published are
-- missing, not zero.
with line as (from spliced(['nonfatal_rate_100k', 'injury_rate_nonfatal_bns'], $period) where place = country() and sector = '_T')
from mark('line')
union all
from change_since_first('line', decimals := 1)
order by role desc, period
