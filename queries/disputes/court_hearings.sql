-- How did the number of court hearings with the clinic’s lawyers change? One row is the number of one of the two newest years. A number that equals the cases,
-- completed and in progress, is told as such: one case usually takes several hearings.
with known as (from printed(['court_hearings'], $period) where place = country() and sector = '_T' and series = '_T'),
years as (from last_two('known')),
now as (from newest('years')),
last_but_one as (from last_but_one('years')),
cases as (
    select sum(value) as value
    from (from printed(['court_cases'], $period) where place = country() and series in ('completed', 'in_progress'))
    semi join now using (period)
)
from mark('years')
union all
from slots_of('now', 'last_but_one')
union all
from chosen(
    if(
        value_of('now') = value_of('cases') and exists (from last_but_one), 'case.are_cases',
        rise_or_fall(value_of('now'), value_of('last_but_one'))
    )
)
order by role desc, period
