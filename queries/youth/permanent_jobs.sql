-- What share of young applicants did employment centres place in permanent jobs? One row is one year.
with line as (from official(['youth_permanent_job_share'], $period) where place = country() and sector = '_T' and length(period) = 4),
start as (from first('line'))
from mark('line')
union all
from slot('first', 'start')
union all
from change_since_last_but_one('line')
order by role desc, period
