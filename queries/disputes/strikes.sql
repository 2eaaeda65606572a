-- How did the number of strikes change, in all and at enterprises with FPRK unions? One row is all strikes or those at enterprises with FPRK unions, in one of the two newest years.
with known as (from printed(['strikes'], $period) where place = 'KZ' and sector = '_T' and series in ('_T', 'with_fprk_union')),
years as (from last_two('known')),
total as (from years where series = '_T'),
fprk as (select * replace ('fprk' as series) from years where series = 'with_fprk_union')
from mark('years')
union all
from change_since_last_but_one('total')
union all
from slots_of_two_periods('fprk')
order by role desc, series, period
