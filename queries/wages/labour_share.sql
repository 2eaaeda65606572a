-- What share of the country's output goes to labour, and has it grown since the first year? One row is one year.
with line as (from official(['labour_share_gdp'], $period) where place = country() and sector = '_T' and length(period) = 4)
from mark('line')
union all
from change_since_first('line', decimals := 1)
order by role desc, period, series
