-- How did money income per head develop? One row is one year.
with line as (from official(['income_per_capita'], $period) where place = country() and sector = '_T'),
now as (from newest('line')),
first as (from first('line'))
from mark('line')
union all
from change('now', 'first', 'first', decimals := 0)
union all
select 'finding', now.period, country(), '_T', 'times', now.value / first.value, now.status, now.source from now cross join first
order by role desc, period, series
