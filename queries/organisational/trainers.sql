-- How many trainers do the unions have, and how many are to be prepared?
-- One row: trainers in the pool in the newest year, or trainers that the new project is to prepare.
with published as (
    select f.measure, f.period, f.value, f.status, f.source
    from figures f
    where f.measure in ('trainers_pool', 'trainers_planned', 'trainers_project_years')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, if(measure = 'trainers_pool', 'trainers_in_pool', 'trainers_to_train') as series,
           value, status, source, if(measure = 'trainers_pool', 1, 2) as position
    from published
    where measure in ('trainers_pool', 'trainers_planned')
    union all
    select 'finding', period, 'KZ', '_T', case measure when 'trainers_pool' then 'pool' when 'trainers_planned' then 'planned' else 'years' end,
           value, status, source, 9
    from published
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from published where measure = 'trainers_pool') then 'case.none'
                when (select count(*) from published) = 3 then 'case.planned'
                else 'case.pool' end,
           null, null, null, 9
)
order by role desc, position, series
