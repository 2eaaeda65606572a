-- How did the stock of conflicts on control change over the year? One row is a step of the balance; the start is end + removed - arisen, given only while the
-- report’s own check of it agrees.
with known as (
    from printed(['labour_conflicts', 'conflicts_removed_from_control', 'conflicts_on_control'], $period) where place = country() and sector = '_T'
        and series = '_T'
),
complete as (from known qualify count(*) over (partition by period) = 3),
counts as (
    select
        period, place, sector, max(status) as status, max(source) as source,
        max(value) filter (where measure = 'labour_conflicts') as conflicts_arisen,
        max(value) filter (where measure = 'conflicts_removed_from_control') as conflicts_removed,
        max(value) filter (where measure = 'conflicts_on_control') as control_end
    from newest('complete')
    group by period, place, sector
),
numbers as (
    select
        *,
        if(
            exists (from checks where "check" = 'on_control_balance' and contains("right", '@' || counts.period || '/') and result = 'agrees'),
            control_end + conflicts_removed - conflicts_arisen, null
        ) as control_start
    from counts
),
balance as (select * exclude (role) from slots('numbers'))
from mark('balance')
union all
from slots_by_series('balance')
union all
from chosen(
    case
        when nothing_in('numbers') then 'case.none'
        when (select control_start from numbers) is null then 'case.no_start'
        when (select control_start > control_end from numbers) then 'case.fell'
        else 'case.rose'
    end
)
order by role desc, list_position(['control_start', 'conflicts_arisen', 'conflicts_removed', 'control_end'], series)
