-- How did the number of collective agreements in the country develop? One row is one printed year.
with
in_force as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'collective_agreements' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from in_force order by period desc limit 1),
first as (select in_force.* from in_force join now on in_force.period < now.period order by in_force.period limit 1),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from in_force
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
    union all
    select 'finding', period, 'KZ', '_T', 'before', value, status, source from first
    union all
    select 'finding', now.period, 'KZ', '_T', 'change_pct', abs(now.value - first.value) * 100.0 / first.value, now.status, now.source from now, first
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from now) then 'case.none'
            when not exists (select 1 from first) then 'case.single'
            when (select value from now) > (select value from first) then 'case.rose'
            when (select value from now) < (select value from first) then 'case.fell'
            else 'case.same'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, period
