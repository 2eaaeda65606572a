-- How many in 1000 workers were hurt or killed at work by the Ministry of Labour, by year. One mark is one rate in one year.
with line as (
    select * replace (case measure when 'inspection_injury_rate' then 'injured_persons' else 'killed_persons' end as series)
    from official(['inspection_injury_rate', 'inspection_fatality_rate'], $period)
    where place = country() and sector = '_T'
),
injured as (from line where series = 'injured_persons'),
killed as (from line where series = 'killed_persons'),
injured_now as (from newest('injured')),
injured_first as (from first('injured')),
killed_now as (from newest('killed')),
killed_first as (from first('killed')),
-- The lowest rate of deaths, the last year that had it: a span that has turned names its turning point.
killed_low as (from killed order by value, period desc limit 1)
from mark('line')
union all
from slot('now', 'injured_now')
union all
from slot('first', 'injured_first')
union all
from slots_of('killed_now', 'killed_first', 'killed_low')
union all
from chosen(
    case
        when value_of('killed_low') < value_of('killed_now') and value_of('killed_now') < value_of('killed_first') then 'case.killed_turned'
        else change_or_single('line')
    end
)
order by role desc, series, period
