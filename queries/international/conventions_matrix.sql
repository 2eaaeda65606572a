-- Which ILO conventions are ratified in which country, and where is it a task? One row is one convention in one country; what no source says is unknown.
with
listed as (
    -- Where the year of ratification is not published, the ratification is known since the year of its source.
    select
        c.convention, c.place, c.status as standing, cast(cast(c.year as integer) as varchar) as year, c.year as number, nullif(c.as_of, '') as as_of, c.source,
        coalesce(nullif(regexp_extract(s.date, '^[0-9]{4}'), ''), cast(cast(max(c.year) over () as integer) as varchar)) as known_by
    from conventions c
    left join sources s on s.source = c.source
),
stated as (
    select
        convention, place, source, number,
        case
            when standing = 'ratified' and coalesce(year, known_by) <= coalesce($period, '9999') then 'yes'
            when standing = 'ratified' and year is null then 'unknown'
            else 'no'
        end as state,
        least(coalesce(case when standing = 'ratified' then coalesce(year, known_by) else as_of end, known_by), coalesce($period, '9999')) as period
    from listed
    qualify row_number() over (partition by convention, place order by case when standing = 'ratified' then 0 else 1 end, year desc nulls last, source) = 1
),
tasks as (
    select f.series as convention, f.place, f.sector, f.period
    from figures f
    where f.measure = 'ilo_convention_task' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
-- A task of a council of unions is a task in each of its members' countries.
wanted as (
    select convention, place, max(period) as period
    from (
        select convention, place, period from tasks where place <> '_Z'
        union all
        select tasks.convention, members.place, tasks.period
        from tasks
        join structures members on members.structure = tasks.sector and members.role = 'member' and members.place <> '_Z'
        where tasks.place = '_Z'
    )
    group by convention, place
),
focus as (
    select distinct f.series as convention from figures f
    where f.measure = 'ilo_convention_in_focus' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
rows as (
    select
        convention,
        case
            when convention in (select convention from tasks where place = 'KZ') then 1
            when convention in (select convention from tasks) then 2
            when convention in (select convention from focus) then 3
            else 4
        end as position
    from (select convention from stated union select convention from focus union select convention from tasks)
),
countries as (
    select
        place,
        case when place = 'KZ' then 1 when place in (select place from structures where structure = 'ORG_SPSCA' and role = 'member') then 2 else 3 end as position
    from (select distinct place from stated)
),
cells as (
    select
        rows.convention, countries.place, coalesce(stated.state, 'unknown') as state, wanted.place is not null as wanted,
        case when stated.state = 'yes' then stated.number end as value, stated.source,
        coalesce(stated.period, wanted.period, (select max(period) from stated)) as period,
        rows.position as line, countries.position as place_position
    from rows
    cross join countries
    left join stated on stated.convention = rows.convention and stated.place = countries.place
    left join wanted on wanted.convention = rows.convention and wanted.place = countries.place
),
here as (
    select
        max(period) as period, max(source) as source, count(*) as listed, count(*) filter (where state = 'yes') as ratified,
        count(*) filter (where wanted) as tasks, count(*) filter (where wanted and state = 'yes') as done, count(*) filter (where wanted and state = 'no') as left_over
    from cells where place = 'KZ'
),
answer as (
    select
        'mark' as role, period, place, '_T' as sector, convention as series, cast(value as double) as value, 'final' as status, source, state, wanted,
        1 as block, line, place_position
    from cells
    union all
    select 'finding', here.period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', here.source, null, null, 2, 0, 0
    from here
    cross join lateral (
        values ('listed', here.listed), ('ratified', here.ratified), ('tasks', here.tasks), ('done', here.done), ('left_over', here.left_over)
    ) as slot (name, value)
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from cells) then 'case.none'
            when (select tasks from here) = 0 then 'case.no_tasks'
            when (select left_over from here) = 0 then 'case.all_done'
            else 'case.tasks'
        end, null, null, null, null, null, 3, 0, 0
)
select role, period, place, sector, series, value, status, source, state, wanted
from answer
order by block, line, series, place_position, place
