-- How many graduates of universities were hired in the year they graduated? One row is one year.
with line as (from official(['graduates_hired'], $period) where place = 'KZ' and sector = '_T' and length(period) = 4)
from mark('line')
union all
from change_since_last_but_one('line')
order by role desc, period
