-- Did wage arrears fall by FPRK's report, and how much was returned? One row is one year; a single year says nothing.
with report as (from printed(['arrears_volume', 'arrears_returned'], $period) where place = 'KZ' and sector = '_T' and series = '_T'),
volume as (from report where measure = 'arrears_volume' qualify count(*) over () > 1),
now as (from newest('volume')),
earlier as (from last_but_one('volume')),
returned as (from report where measure = 'arrears_returned' and period in (select period from now))
from mark('volume')
union all
from change('now', 'last_but_one', 'earlier')
union all
from slot('returned')
order by role desc, period, series
