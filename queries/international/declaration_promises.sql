-- Where do the countries of the Central Asian council stand with the conventions that their declaration promotes? One row is one convention in one country.
with tasks as (from printed(['ilo_convention_task'], $period) where place = '_Z'),
adopted as (select series as convention, max(value) as year from figures where measure = 'ilo_convention_adopted' group by series),
known as (
    select
        convention, place, bool_or(status = 'ratified') as ratified, bool_or(status in ('ratified', 'not_ratified')) as stated,
        max(year) filter (where status = 'ratified') as year, arg_max(source, (status = 'ratified', year)) as source
    from conventions
    group by convention, place
),
cells as (
    select
        tasks.period, members.place, tasks.series, tasks.source as task_source, known.year, known.source,
        -- What was ratified before the declaration is not its fruit.
        coalesce(known.ratified and known.year < cast(left(tasks.period, 4) as integer), false) as before,
        case
            when known.ratified and (known.year is null or $period is null or known.year <= try_cast($period as integer)) then 'yes'
            when known.stated then 'no'
            else 'unknown'
        end as state
    from tasks
    join structures as members on members.structure = tasks.sector and members.role = 'member'
    left join known on known.convention = tasks.series and known.place = members.place
),
drawn as (
    select
        coalesce(if(state = 'yes', printf('%d', cast(year as integer)), null), left(period, 4)) as period, place, '_T' as sector, series,
        cast(if(state = 'yes', year, null) as double) as value, 'final' as status, coalesce(source, task_source) as source, state, not before as wanted
    from cells
),
counted as (
    select
        max(period) as period, '_Z' as place, 'ORG_SPSCA' as sector, 'final' as status, max(task_source) as source, count(*) as pairs,
        count(*) filter (where before) as before, count(*) filter (where state = 'yes' and not before) as since,
        count(*) filter (where state = 'no') as not_ratified, count(*) filter (where state = 'unknown') as unknown
    from cells
    having count(*) > 0
)
from mark('drawn', ['state', 'wanted'])
union all by name
from slots('counted')
union all by name
from chosen(if(exists (from counted), 'case.counted', 'case.none'))
order by role desc, (select year from adopted where convention = series), series, place <> country(), place
