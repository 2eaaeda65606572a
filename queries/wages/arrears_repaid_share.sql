-- Which part of the arrears found was repaid? One row is one span of months; found and repaid are of the same span.
with sums as (
    select * replace (arrears_span(measure, period, note) as series, replace(measure, '_ytd', '') as measure)
    from reported(['arrears_repaid', 'arrears_repaid_ytd', 'arrears_identified', 'arrears_identified_ytd'], $period)
    where place = country() and sector = '_T'
),
line as (from ratio_of('sums', 'arrears_repaid', 'arrears_identified')),
to_october as (from line where series like 'jan_oct%'),
now as (from newest('to_october')),
year_before as (from year_before('to_october'))
from mark('line')
union all
from slots_of('now', 'year_before')
union all
from chosen(case when nothing_in('now') then 'case.none' when nothing_in('year_before') then 'case.single' else 'case.compared' end)
order by role desc, period, in_order_of_spans(series)
