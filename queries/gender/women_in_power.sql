-- What share of seats in the Mazhilis and in maslikhats do women hold? One row is one body in one year; beside it the quota that FPRK sets for union bodies, as a yardstick.
with seats as (
    select * replace (if(measure = 'women_parliament_share', 'mazhilis', 'maslikhats') as series)
    from official_by_sex(['women_parliament_share', 'women_maslikhat_share'], $period)
    where place = 'KZ' and sector = '_T' and sex = 'F'
),
quota as (
    select years.period, quota.place, quota.sector, 'union_quota' as series, quota.value, 'final' as status, quota.source
    from quota_for_women($period) as quota
    cross join (select distinct period from seats) as years
),
mazhilis as (from seats where series = 'mazhilis' order by period desc limit 1),
maslikhats as (from seats where series = 'maslikhats' order by period desc limit 1)
from mark('seats')
union all
from mark('quota')
union all
from slot('mazhilis')
union all
from slot('maslikhats')
union all
from chosen(case when nothing_in('maslikhats') then 'case.none' when exists (from mazhilis) then 'case.both' else 'case.maslikhats' end)
order by role desc, list_position(['mazhilis', 'maslikhats', 'union_quota'], series), period
