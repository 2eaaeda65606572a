-- How did the number of court hearings with the clinic’s lawyers change, as printed? One row is the number of one of the two newest years.
with known as (from printed(['court_hearings'], $period) where place = 'KZ' and sector = '_T' and series = '_T'),
years as (from last_two('known'))
from mark('years')
union all
from change_since_last_but_one('years')
order by role desc, period
