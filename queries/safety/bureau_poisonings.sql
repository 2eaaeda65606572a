-- How many people were poisoned at work? One row is one year that was published.
with line as (from reported(['bns_poisonings'], $period) where place = country() and sector = '_T'),
now as (from newest('line')),
high as (from line order by value desc, period desc limit 1),
years as (from count_of('line'))
from mark('line')
union all
from slots_of('now', 'high', 'years')
union all
from chosen(found_or_none('now'))
order by role desc, period
