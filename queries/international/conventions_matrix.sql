-- Which ILO conventions are ratified in which country, and where is it a task? One row is one convention in one country; what no source says is unknown.
with listed as (
    -- Where the year of ratification is not published, the ratification is known since the year of its source.
    select
        conventions.convention, conventions.place, conventions.status = 'ratified' as ratified, printf('%d', cast(conventions.year as integer)) as year,
        conventions.year as number, nullif(conventions.as_of, '') as as_of, conventions.source,
        coalesce(nullif(regexp_extract(sources.date, '^[0-9]{4}'), ''), printf('%d', cast(max(conventions.year) over () as integer))) as known_by
    from conventions_as_printed as conventions
    left join sources on sources.source = conventions.source
),
stated as (
    select
        convention, place, source, number,
        case
            when not ratified then 'no'
            when coalesce(year, known_by) <= coalesce($period, '9999') then 'yes'
            when year is null then 'unknown'
            else 'no'
        end as state,
        least(coalesce(if(ratified, coalesce(year, known_by), as_of), known_by), coalesce($period, '9999')) as period
    from listed
    qualify row_number() over (partition by convention, place order by ratified desc, year desc nulls last, as_of desc nulls last, source) = 1
),
tasks as (select series as convention, place, sector, period from printed(['ilo_convention_task'], $period)),
-- A task of a council of unions is a task in each of its members' countries.
wanted as (
    select tasks.convention, coalesce(members.place, tasks.place) as place, left(min(tasks.period), 4) as period
    from tasks
    left join structures as members
        on tasks.place = '_Z' and members.structure = tasks.sector and members.role = 'member' and members.place <> '_Z'
    group by all
),
focus as (select distinct series as convention from printed(['ilo_convention_in_focus'], $period)),
countries as (select distinct place from stated),
cells as (
    select
        coalesce(stated.period, wanted.period, (select max(period) from stated)) as period, countries.place, '_T' as sector, rows.convention as series,
        cast(if(stated.state = 'yes', stated.number, null) as double) as value, 'final' as status, stated.source, coalesce(stated.state, 'unknown') as state,
        -- What was ratified before it was set as a task is not its fruit.
        wanted.place is not null as task, coalesce(stated.state = 'yes' and stated.period < wanted.period, false) as before,
        wanted.place is not null and not coalesce(stated.state = 'yes' and stated.period < wanted.period, false) as wanted
    from (select convention from stated union select convention from focus union select convention from tasks) as rows
    cross join countries
    left join stated on stated.convention = rows.convention and stated.place = countries.place
    left join wanted on wanted.convention = rows.convention and wanted.place = countries.place
),
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source,
        count(*) as listed, count(*) filter (where state = 'yes') as ratified,
        count(*) filter (where task) as tasks, count(*) filter (where before) as before, count(*) filter (where wanted and state = 'yes') as done,
        count(*) filter (where wanted and state = 'no') as left_over
    from cells
    where place = country()
)
from mark('cells', ['state', 'wanted'])
union all by name
from slots('numbers')
union all by name
from chosen(
    case
        when nothing_in('cells') then 'case.none'
        when (select tasks from numbers) = 0 then 'case.no_tasks'
        when (select done from numbers) = 0 then 'case.tasks'
        when (select left_over from numbers) = 0 then 'case.all_done'
        else 'case.some_done'
    end
)
order by
    role desc,
    case
        when series in (select convention from tasks where place = country()) then 1
        when series in (select convention from tasks) then 2
        when series in (from focus) then 3
        else 4
    end,
    series, place <> country(), place not in (select place from structures where structure = 'ORG_SPSCA' and role = 'member'), place
