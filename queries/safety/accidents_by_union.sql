-- How many accidents, injured and deaths fell on enterprises with and without {@us.en} unions. One mark is one count of one group in one year; without = total minus with.
with known as (from printed(['accidents', 'injured', 'deaths'], $period) where place = country() and sector = '_T'),
counts as (from with_and_without('known')),
years as (from last_two('counts')),
groups as (from by_union('years')),
numbers as (
    select period, place, sector, status, source, without_fprk as without, everyone as total, 100.0 * without_fprk / everyone as without_share
    from newest('years')
    where measure = 'accidents'
)
from mark('groups', ['measure', 'share'])
union all by name
from slots('numbers')
union all by name
from chosen(found_or_none('numbers'))
order by role desc, list_position(['accidents', 'injured', 'deaths'], measure), series desc, period
