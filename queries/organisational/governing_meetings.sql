-- How often did the Federation's governing bodies meet? One row: one body in the newest year.
with known as (from printed(['governing_meetings'], $period) where place = country() and sector = '_T'),
held as (from newest('known'))
from mark('held')
union all
from slots_by_series('held')
union all
from chosen(if((select count(*) from held) >= 2, 'case.found', 'case.none'))
order by role desc, value desc, series
