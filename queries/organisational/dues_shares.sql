-- Which share of membership dues did each union decide to spend on training, on youth and on information work?
-- One row: one purpose of one union, as promised; the period is the year of the decision.
with promised as (
    select left(f.period, 4) as period, f.place, f.sector, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'dues_share_target'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.sector, f.series order by f.period desc) = 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, place, sector, series, value, status, source,
           case series when 'dues_training' then 1 when 'dues_youth' then 2 else 3 end as position
    from promised
    union all
    select 'finding', period, place, sector, if(sector = 'ORG_FPRK', 'fprk', 'asm'), value, status, source, 9 from promised where series = 'dues_training'
    union all
    select 'finding', null, 'KZ', '_T',
           case when (select count(*) from promised where series = 'dues_training') < 2 then 'case.none' else 'case.training' end, null, null, null, 9
)
order by role desc, position, sector desc, series
