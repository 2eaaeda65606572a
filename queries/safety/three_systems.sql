-- How far apart three counts of injured at work are in the newest year for which at least two of them exist. One mark is one counting system; a system that published nothing for the year has no value.
with
counts as (
    select 'bureau' as system, 1 as position, period, value, status, source
    from statistics
    where measure = 'injured_total' and place = 'KZ' and sector = '_T' and sex = '_T' and value is not null
    union all
    select 'labour_inspection', 2, period, value, status, source
    from statistics
    where measure in ('inspection_injured', 'ministry_injured') and place = 'KZ' and sector = '_T' and sex = '_T' and value is not null
    union all
    select 'fprk_monitoring', 3, period, value, status, source
    from figures
    where measure = 'injured' and place = 'KZ' and sector = '_T' and series = '_T' and value is not null
),
known as (
    select system, position, period, value, status, source
    from counts
    where $period is null or left(period, 4) <= $period
    qualify row_number() over (partition by system, period order by source) = 1
),
newest as (
    select max(period) as period
    from (select period from known group by period having count(distinct system) > 1)
),
shown as (
    select known.system, known.position, known.period, known.value, known.status, known.source
    from known
    join newest using (period)
),
systems as (select distinct system, position from counts),
answer as (
    select 'mark' as role, newest.period, 'KZ' as place, '_T' as sector, systems.system as series, shown.value, shown.status, shown.source, systems.position
    from systems
    cross join newest
    left join shown on shown.system = systems.system
    where newest.period is not null
    union all
    select 'finding', period, 'KZ', '_T', system, value, status, source, 9 from shown
    union all
    select 'finding', period, 'KZ', '_T', 'ratio', max(value) / min(value), max(status), max(source), 9 from shown group by period
    union all
    select
        'finding', null, 'KZ', '_T',
        case (select string_agg(system, ' ' order by position) from shown)
            when 'bureau labour_inspection fprk_monitoring' then 'case.three'
            when 'bureau labour_inspection' then 'case.bureau_inspection'
            when 'labour_inspection fprk_monitoring' then 'case.inspection_fprk'
            when 'bureau fprk_monitoring' then 'case.bureau_fprk'
            else 'case.none'
        end, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, position, series
