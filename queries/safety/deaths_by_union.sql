-- How deaths at work divide at enterprises with and without {@us.en} unions. One mark is one group in one year; without = total minus with.
with known as (from printed(['deaths'], $period) where place = country() and sector = '_T'),
counts as (from with_and_without('known')),
years as (from last_two('counts')),
groups as (from by_union('years'))
from mark('groups', ['share'])
union all by name
from told_by_union('years')
order by role desc, series, period
