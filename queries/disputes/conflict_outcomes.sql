-- How did labour conflicts end: settled before a strike, or in a strike? One row is one outcome in one year, with its share of the year’s conflicts.
with known as (from printed(['labour_conflicts', 'labour_conflicts_resolved', 'strikes'], $period) where place = country() and sector = '_T' and series = '_T'),
complete as (from known qualify count(*) over (partition by period) = 3),
outcomes as (
    select
        part.* replace (if(part.measure = 'strikes', 'ended_in_strike', 'resolved_before_strike') as series),
        100.0 * part.value / whole.value as share
    from complete as part
    join complete as whole on whole.period = part.period and whole.measure = 'labour_conflicts'
    where part.measure <> 'labour_conflicts'
),
conflicts as (from newest('complete') where measure = 'labour_conflicts'),
settled as (from outcomes where series = 'resolved_before_strike'),
resolved as (from newest('settled')),
shares as (select * replace ('share' as series, share as value) from settled),
-- Conflicts of the year that are still under review, less its strikes: at least so many of those counted as settled are there.
still_open as (
    select
        resolved.* replace (
            max(control.value) filter (where control.series = '_T') - max(control.value) filter (where control.series like 'begun_before_%')
                - max(strikes.value) as value
        )
    from resolved
    join printed(['conflicts_on_control'], $period) as control on control.period = resolved.period and control.place = country()
    join complete as strikes on strikes.period = resolved.period and strikes.measure = 'strikes'
    group by all
    having count(distinct control.series) > 1
)
from mark('outcomes', ['share'])
union all by name
from slot('conflicts')
union all by name
from slot('resolved')
union all by name
from slot('still_open')
union all by name
from slots_of_two_periods('shares')
union all by name
from chosen(if(value_of('still_open') > 0, 'case.doubted', change_or_single('outcomes')))
order by role desc, period desc, series desc
