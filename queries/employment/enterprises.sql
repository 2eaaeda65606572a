-- How many large and medium enterprises are there, by two surveys of the Bureau? One row is one group in one year of one survey.
with line as (
    select * replace (
        if(measure = 'enterprises_large_medium', 'large_medium', 'medium') || if(length(period) = 4, '_year', '_second_quarter') as series
    )
    from official(['enterprises_large_medium', 'enterprises_medium'], $period)
    where place = country() and sector = '_T'
),
now as (from line where series = 'large_medium_year' order by period desc limit 1),
medium as (from (from line where series = 'medium_year') semi join now using (period))
from mark('line')
union all
from slot('now')
union all
from share('medium_share', 'medium', 'now')
union all
from chosen(found_or_none('medium'))
order by role desc, series, period
