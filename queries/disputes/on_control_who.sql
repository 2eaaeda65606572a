-- How many of the conflicts on control are at enterprises with {@us.en} unions, and how many began before the year of the report? One row is all of them or one of
-- the two printed parts; the parts overlap and do not add up.
with known as (
    from printed(['conflicts_on_control'], $period) where place = country() and sector = '_T' and (series in ('_T',
        'with_fprk_union') or series like 'begun_before_%')
),
shown as (from newest('known')),
rest as (
    select
        max(period) as period, country() as place, '_T' as sector, 'fresh' as series,
        max(value) filter (where series = '_T') - max(value) filter (where series like 'begun_before_%') as value, max(status) as status,
        max(source) as source
    from shown
    having count(*) = 3
),
said as (select * replace (case series when '_T' then 'total' when 'with_fprk_union' then 'fprk' else 'old' end as series) from shown)
from mark('shown')
union all
from slots_by_series('said')
union all
from slots_by_series('rest')
union all
from chosen(found_or_none('rest'))
order by role desc, value desc, series
