-- Which share of the chairs of union organisations works unpaid, besides the main job?
-- One row: the unpaid chairs or the others in the newest year.
with known as (from printed(['unpaid_chairs_percent'], $period) where place = country() and sector = '_T' and series = '_T'),
unpaid as (select * replace ('chairs_unpaid' as series) from newest('known')),
others as (select * replace ('chairs_other' as series, 100 - value as value) from unpaid)
from mark('unpaid')
union all
from mark('others')
union all
from slot('unpaid')
union all
from chosen(found_or_none('unpaid'))
order by role desc, series desc
