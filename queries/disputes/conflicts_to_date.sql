-- How many conflicts had unions counted within a year, and how many were resolved? One row is one count of the picked region, else of the country or the newest
-- place published.
with known as (
    from reported(
        ['labour_conflicts_ytd', 'labour_conflicts_resolved_ytd', 'labour_conflicts_fprk_enterprises_ytd', 'labour_conflicts_no_union_enterprises_ytd',
         'strikes_fprk_monitoring_ytd', 'labour_conflicts_resolved_share_ytd'],
        $period
    )
    where sector = '_T' and sex = '_T' and age = '_T'
),
now as (from known where measure = 'labour_conflicts_ytd' order by case place when $place then 0 when country() then 1 else 2 end, period desc, place limit 1),
spoken as (from known semi join now using (place, period)),
shown as (from spoken where measure <> 'labour_conflicts_resolved_share_ytd'),
resolved as (from spoken where measure = 'labour_conflicts_resolved_ytd'),
until as (select * replace (coalesce(end_of_span(counted_to(note, measure), period), period) as period) from now),
-- The share as published is told only where a count is missing.
shares as (
    select now.* replace (coalesce(100.0 * resolved.value / now.value, (select value from spoken where measure = 'labour_conflicts_resolved_share_ytd')) as value)
    from now
    left join resolved on true
)
from mark('shown', ['measure'])
union all by name
from slot('now')
union all by name
from slot('resolved')
union all by name
from slot('until')
union all by name
from slot('share', 'shares')
union all by name
from asked($place, null)
union all by name
from chosen(case when nothing_in('resolved') then 'case.none' when $place <> (select place from now) then 'case.missing' when length((select period from until)) = 4 then 'case.found_part' else 'case.found' end)
order by role desc, list_position(
    ['labour_conflicts_ytd', 'labour_conflicts_resolved_ytd', 'labour_conflicts_fprk_enterprises_ytd', 'labour_conflicts_no_union_enterprises_ytd',
     'strikes_fprk_monitoring_ytd'], measure
)
