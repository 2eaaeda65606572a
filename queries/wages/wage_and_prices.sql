-- Did the average wage grow faster than consumer prices? One row is one series in one year, per cent.
with wages as (from official(['average_monthly_wage'], $period) where place = country() and sector = '_T' and length(period) = 4),
wage as (
    select now.* replace ('nominal_wage' as series, 100.0 * (now.value - earlier.value) / earlier.value as value)
    from wages as now
    join wages as earlier on earlier.period = a_year_before(now.period)
),
price as (
    select * replace ('consumer_prices' as series, value - 100 as value)
    from official(['cpi_dec_dec'], $period)
    where place = country() and length(period) = 4
),
shown as (
    from wage semi join price using (period)
    union all
    from price semi join wage using (period)
),
latest as (from newest('shown')),
now as (select * replace (if(series = 'nominal_wage', 'wage', 'price') as series) from latest)
from mark('shown')
union all
from slots_by_series('now')
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when (select max(value) filter (where series = 'wage') < max(value) filter (where series = 'price') from now) then 'case.behind'
        else 'case.ahead'
    end
)
order by role desc, series <> 'nominal_wage', period
