-- Where do the countries of the Central Asian council stand with the conventions that their declaration promotes? One row is one convention in one country.
with
tasks as (
    select f.series as convention, f.sector, f.period, f.source
    from figures f
    where f.measure = 'ilo_convention_task' and f.place = '_Z' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
adopted as (
    select f.series as convention, max(f.value) as year from figures f where f.measure = 'ilo_convention_adopted' group by f.series
),
cells as (
    select
        tasks.convention, members.place, adopted.year as adopted, tasks.period as task_period, tasks.source as task_source,
        (
            select max(case when c.status = 'ratified' then 2 when c.status = 'not_ratified' then 1 else 0 end)
            from conventions c where c.convention = tasks.convention and c.place = members.place
        ) as known,
        (
            select max(c.year) from conventions c where c.convention = tasks.convention and c.place = members.place and c.status = 'ratified'
        ) as year,
        (
            select max(c.source) from conventions c where c.convention = tasks.convention and c.place = members.place and c.status = 'ratified'
        ) as source
    from tasks
    join structures members on members.structure = tasks.sector and members.role = 'member'
    left join adopted on adopted.convention = tasks.convention
),
stated as (
    select
        *,
        case
            when known = 2 and (year is null or $period is null or year <= try_cast($period as integer)) then 'yes'
            when known in (1, 2) then 'no'
            else 'unknown'
        end as state
    from cells
),
counted as (
    select
        max(task_period) as period, max(task_source) as source, count(*) as pairs, count(*) filter (where state = 'yes') as ratified,
        count(*) filter (where state = 'no') as not_ratified, count(*) filter (where state = 'unknown') as unknown
    from stated
    having count(*) > 0
),
answer as (
    select
        'mark' as role, coalesce(case when state = 'yes' then cast(cast(year as integer) as varchar) end, left(task_period, 4)) as period, place, '_T' as sector,
        convention as series, case when state = 'yes' then cast(year as double) end as value, 'final' as status, coalesce(source, task_source) as source,
        state, true as wanted, 1 as block, adopted, case when place = 'KZ' then 0 else 1 end as first
    from stated
    union all
    select 'finding', counted.period, '_Z', 'ORG_SPSCA', slot.name, cast(slot.value as double), 'final', counted.source, null, null, 2, 0, 0
    from counted
    cross join lateral (
        values ('pairs', counted.pairs), ('ratified', counted.ratified), ('not_ratified', counted.not_ratified), ('unknown', counted.unknown)
    ) as slot (name, value)
    union all
    select 'finding', null, '_Z', 'ORG_SPSCA', case when exists (select 1 from counted) then 'case.counted' else 'case.none' end, null, null, null, null, null, 3, 0, 0
)
select role, period, place, sector, series, value, status, source, state, wanted
from answer
order by block, adopted, series, first, place
