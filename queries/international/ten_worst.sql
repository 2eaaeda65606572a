-- In how many years was each country among the ten worst of the ITUC index? One row is one country; only years whose list could be read are counted.
with named as (from official(['ituc_gri_ten_worst'], $period) where value = 1),
shown as (
    select
        max(period) as period, place, '_T' as sector, '_T' as series, cast(count(*) as double) as value, min(status) as status, max(source) as source
    from named
    group by place
),
now as (from shown where place = 'KZ'),
top as (from highest('shown')),
years as (
    select max(period) as period, 'KZ' as place, '_T' as sector, count(distinct named.period) as value, 'final' as status, max(source) as source
    from named
    having count(*) > 0
)
from mark('shown')
union all
from slot('now')
union all
from slot('top')
union all
from slot('years')
union all
from chosen(case when nothing_in('shown') then 'case.none' when exists (from now) then 'case.named' else 'case.not_named' end)
order by role desc, value desc nulls last, place, series
