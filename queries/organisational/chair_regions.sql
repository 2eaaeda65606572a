-- Which regions did the chair visit on working trips? One row: one of today's regions.
-- Where the regions named are as many as the trips, the others were not visited; otherwise what the report does not name is unknown.
with known as (from printed(['chair_region_visited'], $period)),
visited as (from newest('known')),
report as (select period, source, value as places from sum_of('visited')),
trips as (
    select value from printed(['chair_trips'], $period) where place = country() and series = 'regional_trips' and period in (select period from visited)
),
regions as (
    select
        report.period, places.place, '_T' as sector, '_T' as series, coalesce(visited.value, if(trips.value = report.places, 0, null)) as value,
        coalesce(visited.status, 'final') as status, coalesce(visited.source, report.source) as source
    from report
    cross join places
    left join visited using (place)
    left join trips on true
    where places.kind in ('region', 'city')
),
top as (from highest('visited')),
here as (from visited where place = $place),
missing as (from missing_region('visited', $place)),
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(*) filter (where value > 0) as named,
        count(*) as all_regions
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
order by role desc, value desc nulls last, place
