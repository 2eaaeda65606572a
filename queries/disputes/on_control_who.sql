-- How many of the conflicts on control are at enterprises with FPRK unions, and how many began before the year of the report?
-- One row: all conflicts on control or one of the two printed parts; the parts overlap and do not add up.
with published as (
    select f.period, f.series, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure = 'conflicts_on_control'
      and f.series in ('_T', 'with_fprk_union', 'begun_before_2025')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
shown as (
    select period, series, value, status, source from published where age = 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shown
    union all
    select 'finding', period, 'KZ', '_T',
           case series when '_T' then 'total' when 'with_fprk_union' then 'fprk' else 'old' end, value, status, source
    from shown
    union all
    select 'finding', null, 'KZ', '_T', if(exists (select 1 from shown), 'case.parts', 'case.none'), null, null, null
)
order by role desc, value desc
