-- How unequal are incomes? One row is one year.
with line as (from official(['gini'], $period) where place = country() and sector = '_T')
from mark('line')
union all
from change_since_first('line', decimals := 3)
order by role desc, period, series
