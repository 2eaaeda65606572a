-- How many statutory subsistence minima is the minimum wage, now and a year before? One row is one year (values of 1 January).
with known as (from official(['minimum_wage', 'subsistence_minimum_statutory'], $period) where place = country() and sector = '_T' and length(period) = 4),
minima as (from known where measure = 'subsistence_minimum_statutory'),
multiples as (
    select wages.* replace (wages.value / minima.value as value, if(wages.status = 'final', minima.status, wages.status) as status)
    from known as wages
    join minima using (period)
    where wages.measure = 'minimum_wage'
),
compared as (from since_last_break('multiples', ['subsistence_minimum_statutory']))
from tile_since_year_before('compared')
order by role desc, period desc, series
