-- How did the pay gap that the Bureau publishes develop? One row is one year.
with line as (select * replace ('gap_published' as series) from official(['gender_pay_gap'], $period) where place = country() and sector = '_T')
from mark('line')
union all
from change_since_first('line')
order by role desc, period, series
