-- By how many per cent did real wages change against the year before? One row is one year (index minus 100).
with growth as (
    select * replace (value - 100 as value) from official(['real_wage_index'], $period) where place = country() and sector = '_T' and length(period) = 4
),
latest as (from newest('growth')),
now as (select * replace (abs(value) as value) from latest)
from mark('growth')
union all
from slot('now')
union all
from chosen(
    case
        when nothing_in('latest') then 'case.none'
        when round(value_of('latest'), 1) < 0 then 'case.fell'
        when round(value_of('latest'), 1) > 0 then 'case.rose'
        else 'case.same'
    end
)
order by role desc, period, series
