-- What share of the labour conflicts of a year does the report count as settled before a strike, at enterprises with {@us.en.indef} union, with another one, with
-- none? One row is one group that is printed, in one of the two newest years; the year for which only {@us.en}'s part is printed says nothing of the other two.
with known as (from printed(['labour_conflicts', 'labour_conflicts_resolved'], $period) where place = country() and sector = '_T'),
groups as (from groups_by_union('known')),
settled as (from ratio_of('groups', 'labour_conflicts_resolved', 'labour_conflicts')),
years as (from last_two('settled')),
drawn as (from years semi join newest('settled') using (series)),
numbers as (
    select
        period, place, sector, max(status) as status, max(source) as source,
        max(value) filter (where measure = 'labour_conflicts' and series = '_T') as all,
        max(value) filter (where measure = 'labour_conflicts_resolved' and series = '_T') as all_settled,
        max(value) filter (where measure = 'labour_conflicts' and series = 'with_fprk_union') as fprk,
        max(value) filter (where measure = 'labour_conflicts_resolved' and series = 'with_fprk_union') as fprk_settled,
        max(value) filter (where measure = 'labour_conflicts' and series = 'with_other_union') as other,
        max(value) filter (where measure = 'labour_conflicts_resolved' and series = 'with_other_union') as other_settled,
        max(value) filter (where measure = 'labour_conflicts' and series = 'no_union') as none,
        max(value) filter (where measure = 'labour_conflicts_resolved' and series = 'no_union') as none_settled
    from newest('known')
    group by period, place, sector
),
-- {@us.en}'s conflicts under review less all that began earlier, whose ever they are: at least so many of the year's are still there. If these are more than
-- those not counted as settled, some of the settled ones are among them.
control as (
    select
        control.period, max(value) filter (where series = 'with_fprk_union') - max(value) filter (where series like 'begun_before_%') as value,
        max(fprk) - max(fprk_settled) as unsettled
    from printed(['conflicts_on_control'], $period) as control
    join numbers using (period)
    where control.place = country()
    group by control.period
),
still_open as (
    select numbers.period, place, sector, '_T' as series, control.value, status, source from control join numbers using (period) where control.value > control.unsettled
)
from mark('drawn')
union all
from slots('numbers')
union all
from slot('still_open')
union all
from chosen(
    case
        when (select fprk_settled from numbers) is null then 'case.none'
        when (select other_settled is null or none_settled is null from numbers) then 'case.two'
        when exists (from still_open) then 'case.groups_doubted'
        else 'case.groups'
    end
)
order by role desc, period desc, list_position(['with_fprk_union', 'with_other_union', 'no_union', 'without_fprk_union'], series), series
