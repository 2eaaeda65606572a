-- At how many enterprises were wage arrears found? One row is one span of months; only equal spans compare.
with line as (
    select * replace (arrears_span(measure, period, note) as series)
    from reported(['arrears_enterprises', 'arrears_enterprises_ytd'], $period)
    where place = country() and sector = '_T'
),
to_october as (from line where series like 'jan_oct%'),
now as (from newest('to_october')),
year_before as (from year_before('to_october'))
from mark('line')
union all
from slots_of('now', 'year_before')
union all
from chosen(case when nothing_in('now') then 'case.none' when nothing_in('year_before') then 'case.single' else 'case.compared' end)
order by role desc, period, in_order_of_spans(series)
