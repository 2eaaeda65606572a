-- What wage arrears did the ministry report for which months? One row is one span of months; spans of different length do not compare.
with listed as (
    select * replace (arrears_span(measure, period, note) as series, value / 1000.0 as value)
    from reported(['arrears_identified', 'arrears_identified_ytd'], $period)
    where place = country() and sector = '_T' and arrears_span(measure, period, note) is not null
),
to_october as (from listed where series like 'jan_oct%'),
now as (from newest('to_october')),
whole as (from (from listed where series like 'full_year%') semi join now using (period))
from mark('listed')
union all
from change_since_year_before('to_october', decimals := 1)
union all
from slot('whole')
order by role desc, period, in_order_of_spans(series)
