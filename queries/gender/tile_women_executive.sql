-- What share of the {@us.en} Executive Committee are women, and what is the quota? One row is one year.
with share as (
    select * replace ('_T' as series)
    from printed(['women_in_union_bodies'], $period)
    where place = country() and sector = '_T' and series = 'executive_committee'
),
target as (from quota_for_women((select max(period) from share)))
from tile_since_year_before('share')
union all
from slot('target')
order by role desc, period desc, series
