-- How far is the most common wage from the median? One row is one of the two in one year.
with line as (from official(['modal_wage', 'median_wage'], $period) where place = country() and sector = '_T' and length(period) = 4),
medians as (from line where measure = 'median_wage'),
modal as (from line where measure = 'modal_wage' order by period desc limit 1),
median as (from newest('medians')),
beside as (from medians semi join modal using (period))
from mark('line', ['measure'])
union all by name
from slot('modal')
union all by name
from slot('median')
union all by name
from share('share', 'modal', 'beside')
union all by name
from chosen(case when exists (from beside) then 'case.found' when exists (from median) then 'case.median' else 'case.none' end)
order by role desc, measure, period
