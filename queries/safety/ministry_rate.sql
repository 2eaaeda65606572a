-- How did the ministry's injury rate change between the two newest years published? One row is one year.
with known as (from official(['injury_rate_ministry'], $period) where place = country() and sector = '_T'),
line as (from last_two('known'))
from mark('line')
union all
from change_since_last_but_one('line', decimals := 2)
order by role desc, period
