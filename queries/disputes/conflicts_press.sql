-- How many labour conflicts a year did the press name before the years of FPRK’s report? One row is the country in one year; never joined to FPRK’s monitoring,
-- because the way of counting is not known.
with line as (from official(['labour_conflicts_press'], $period) where place = 'KZ' and sector = '_T'),
top as (from line order by value desc, period limit 1),
bottom as (from line order by value, period limit 1),
years as (from count_of('line'))
from mark('line')
union all
from slot('top')
union all
from slot('bottom')
union all
from slot('years')
union all
from chosen(change_or_single('line'))
order by role desc, period
