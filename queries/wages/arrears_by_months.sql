-- What wage arrears did the ministry report for which months? One row is one span of months; spans of different length do not compare.
with listed as (
    select * replace (arrears_span(measure, period, note) as series, value / 1000.0 as value)
    from reported(['arrears_identified', 'arrears_identified_ytd'], $period)
    where place = 'KZ' and sector = '_T' and arrears_span(measure, period, note) is not null
),
to_october as (from listed where series like 'jan_oct%'),
now as (from newest('to_october')),
year_before as (from year_before('to_october')),
whole as (from (from listed where series like 'full_year%') semi join now using (period))
from mark('listed')
union all
from slot('now')
union all
from slot('year_before')
union all
from slot('whole')
union all
select * replace (abs(value) as value) from difference_pct('change_pct', 'now', 'year_before')
union all
from chosen(
    case
        when nothing_in('listed') then 'case.none'
        when nothing_in('year_before') or nothing_in('whole') then 'case.single'
        when value_of('now') < value_of('year_before') then 'case.fell'
        else 'case.rose'
    end
)
order by role desc, period, in_order_of_spans(series)
