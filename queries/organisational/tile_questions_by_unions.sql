-- What share of the questions at regional tripartite commissions was raised by unions, and what share a year before? One row is one year.
with known as (from printed(['regional_commission_questions'], $period) where place = country() and sector = '_T'),
shares as (
    select raised.* replace ('_T' as series, 100.0 * raised.value / every_one.value as value)
    from known as raised
    join known as every_one using (period)
    where raised.series = 'raised_by_unions' and every_one.series = '_T' and every_one.value > 0
)
from tile_since_year_before('shares')
order by role desc, period desc, series
