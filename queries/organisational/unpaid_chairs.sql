-- Which share of the chairs of union organisations works unpaid, besides the main job?
-- One row: the unpaid chairs or the others in the newest year.
with published as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'unpaid_chairs_percent'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc
    limit 1
),
parts as (
    select period, 'chairs_unpaid' as series, value, status, source from published
    union all
    select period, 'chairs_other', 100 - value, status, source from published
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, if(series = 'chairs_unpaid', 1, 2) as position from parts
    union all
    select 'finding', period, 'KZ', '_T', if(series = 'chairs_unpaid', 'unpaid', 'others'), value, status, source, 9 from parts
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from published) then 'case.value' else 'case.none' end, null, null, null, 9
)
order by role desc, position, series
