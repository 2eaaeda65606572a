-- Which regions did the chair visit? One row: one of today's regions; what the report does not name is unknown, not "not visited".
with known as (from printed(['chair_region_visited'], $period)),
visited as (from newest('known')),
report as (select period, source from sum_of('visited')),
regions as (
    select
        report.period, places.place, '_T' as sector, '_T' as series, visited.value, visited.status, coalesce(visited.source, report.source) as source
    from report
    cross join places
    left join visited using (place)
    where places.kind in ('region', 'city')
),
top as (from highest('visited')),
here as (from visited where place = $place),
missing as (from missing_region('visited', $place)),
numbers as (
    select max(period) as period, 'KZ' as place, '_T' as sector, 'final' as status, max(source) as source, count(value) as named, count(*) as all_regions
    from regions
    having count(*) > 0
)
from mark('regions')
union all
from slots('numbers')
union all
from asked($place, null)
union all
from chosen_by_pick('top', 'here', 'missing')
order by role desc, value nulls last, place
