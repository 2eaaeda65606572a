-- Which share of people has less than half of the median income? One row is one year. A change is told only within one kind of numbers.
with line as (from official(['relative_poverty_rate'], $period) where place = country() and sector = '_T'),
compared as (from since_last_break('line', ['relative_poverty_rate']))
from mark('line')
union all
from change_since_first('compared', decimals := 1)
order by role desc, period, series
