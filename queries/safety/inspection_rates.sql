-- How many in 1000 workers were hurt or killed at work by the Ministry of Labour, by year. One mark is one rate in one year.
with line as (
    select * replace (case measure when 'inspection_injury_rate' then 'injured_persons' else 'killed_persons' end as series)
    from official(['inspection_injury_rate', 'inspection_fatality_rate'], $period)
    where place = 'KZ' and sector = '_T'
),
injured as (from line where series = 'injured_persons'),
killed as (from line where series = 'killed_persons'),
injured_now as (from newest('injured')),
injured_first as (from first('injured')),
killed_now as (from newest('killed')),
killed_first as (from first('killed'))
from mark('line')
union all
from slot('now', 'injured_now')
union all
from slot('first', 'injured_first')
union all
from slot('killed_now')
union all
from slot('killed_first')
union all
from chosen(case (select count(distinct period) from line) when 0 then 'case.none' when 1 then 'case.single' else 'case.change' end)
order by role desc, series, period
