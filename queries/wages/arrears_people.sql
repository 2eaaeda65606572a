-- To how many workers were wages owed and how many were paid? One row is one group in one span of months; only equal spans compare.
with line as (
    select * replace (arrears_span(measure, period, note) as series, replace(measure, '_ytd', '') as measure)
    from reported(['arrears_workers', 'arrears_workers_ytd', 'arrears_workers_repaid', 'arrears_workers_repaid_ytd'], $period)
    where place = country() and sector = '_T'
),
-- The longest span of the newest year.
latest as (from line qualify dense_rank() over (order by period desc, in_order_of_spans(series) desc) = 1),
owed as (from latest where measure = 'arrears_workers'),
repaid as (from latest where measure = 'arrears_workers_repaid')
from mark('line', ['measure'])
union all by name
from slot('owed')
union all by name
from slot('repaid')
union all by name
from share('share', 'repaid', 'owed')
union all by name
from chosen(
    case
        when nothing_in('owed') or nothing_in('repaid') then 'case.none'
        when exists (from owed where series like 'full_year%') then 'case.full_year'
        when exists (from owed where series like 'jan_nov%') then 'case.jan_nov'
        else 'case.jan_oct'
    end
)
order by role desc, period, in_order_of_spans(series), measure
