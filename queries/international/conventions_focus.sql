-- What became of the conventions that {@us.en} kept in focus? One row is one outcome, in conventions; the three outcomes make up the list.
with known as (from printed(['ilo_convention_in_focus'], $period) where place = country()),
focus as (from newest('known')),
tasks as (from printed(['ilo_convention_task'], null) where place = country()),
ratified as (
    select convention, year from conventions where place = country() and status = 'ratified' and ($period is null or year <= try_cast($period as integer))
),
sorted as (
    select
        period, source,
        case
            -- What had been ratified before is no outcome of the focus.
            when series in (select convention from ratified where year >= try_cast(left(focus.period, 4) as integer)) then 'focus_ratified'
            when (series, period) in (select (series, period) from tasks) then 'focus_task'
            else 'focus_open'
        end as outcome
    from focus
),
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(*) as total,
        count(*) filter (where outcome = 'focus_ratified') as focus_ratified, count(*) filter (where outcome = 'focus_task') as focus_task,
        count(*) filter (where outcome = 'focus_open') as focus_open
    from sorted
    having count(*) > 0
),
said as (select * exclude (role) from slots('numbers')),
found as (from said where series <> 'total' and value > 0),
outcomes as (from parts_of('found'))
from mark('outcomes', ['share'])
union all by name
from slots_by_series('said')
union all by name
from chosen(if(exists (from numbers), 'case.sorted', 'case.none'))
order by role desc, list_position(['focus_ratified', 'focus_task', 'focus_open'], series)
