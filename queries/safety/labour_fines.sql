-- How the fines imposed by state labour inspectors changed between the two newest years published. One mark is one year.
with known as (from official(['state_labour_inspection_fines'], $period) where place = 'KZ' and sector = '_T'),
line as (from last_two('known'))
from mark('line')
union all
from change_since_last_but_one('line')
order by role desc, period
