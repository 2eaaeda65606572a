-- What share of the average wage is the median, both of the April survey? One row is one year.
with known as (from official(['median_wage', 'average_wage_april_survey'], $period) where place = country() and sector = '_T' and length(period) = 4),
medians as (from known where measure = 'median_wage'),
shares as (
    select average.* replace (100.0 * medians.value / average.value as value, if(average.status = 'final', medians.status, average.status) as status)
    from known as average
    join medians using (period)
    where average.measure = 'average_wage_april_survey'
),
now as (from newest('shares')),
median as (from medians semi join now using (period))
from mark('shares')
union all
from slots_of('now', 'median')
union all
from chosen(found_or_none('now'))
order by role desc, period, series
