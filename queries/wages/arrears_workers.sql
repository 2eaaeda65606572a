-- To how many workers were wages returned, by FPRK's report? One row is one year; a single year says nothing.
with workers as (
    from printed(['arrears_workers_restored'], $period)
    where place = 'KZ' and sector = '_T' and series = '_T'
    qualify count(*) over () > 1
)
from mark('workers')
union all
from change_since_last_but_one('workers')
order by role desc, period, series
