-- What became of the conventions that FPRK kept in focus? One row is one outcome, in conventions; the three outcomes make up the list.
with
focus as (
    select f.series as convention, f.period, f.source
    from figures f
    where f.measure = 'ilo_convention_in_focus' and f.place = 'KZ' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
sorted as (
    select
        focus.period, focus.source,
        case
            when exists (
                select 1 from conventions c
                where c.convention = focus.convention and c.place = 'KZ' and c.status = 'ratified' and ($period is null or c.year <= try_cast($period as integer))
            ) then 'focus_ratified'
            when exists (
                select 1 from figures t
                where t.measure = 'ilo_convention_task' and t.place = 'KZ' and t.series = focus.convention and t.period = focus.period
            ) then 'focus_task'
            else 'focus_open'
        end as outcome
    from focus
),
outcomes as (select unnest(['focus_ratified', 'focus_task', 'focus_open']) as outcome, unnest([1, 2, 3]) as position),
counted as (
    select outcomes.outcome, outcomes.position, max(sorted.period) as period, max(sorted.source) as source, count(sorted.outcome) as value
    from outcomes
    join sorted on sorted.outcome = outcomes.outcome
    group by outcomes.outcome, outcomes.position
),
total as (select sum(value) as value, max(period) as period, max(source) as source from counted having count(*) > 0),
answer as (
    select
        'mark' as role, counted.period, 'KZ' as place, '_T' as sector, counted.outcome as series, cast(counted.value as double) as value, 'final' as status, counted.source,
        cast(counted.value * 100.0 / total.value as double) as share, 1 as block, counted.position
    from counted cross join total
    union all
    select 'finding', period, 'KZ', '_T', 'total', cast(value as double), 'final', source, null, 2, 0 from total
    union all
    select 'finding', total.period, 'KZ', '_T', outcomes.outcome, cast(coalesce(counted.value, 0) as double), 'final', total.source, null, 2, 0
    from total cross join outcomes left join counted on counted.outcome = outcomes.outcome
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from total) then 'case.sorted' else 'case.none' end, null, null, null, null, 3, 0
)
select role, period, place, sector, series, value, status, source, share
from answer
order by block, position, series
