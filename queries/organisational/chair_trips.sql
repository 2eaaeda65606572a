-- How many working trips did the chair make, abroad and to the regions, and was the picked region among them?
-- One row: one kind of trip in one year, with its share.
with known as (from printed(['chair_trips', 'chair_trips_with_unions', 'chair_region_visited'], $period)),
trips as (from known where measure = 'chair_trips' and place = country() and sector = '_T'),
made as (from newest('trips')),
total as (from made where series = '_T'),
kinds as (select made.*, 100.0 * made.value / total.value as share from made cross join total where made.series <> '_T'),
with_unions as (from known where measure = 'chair_trips_with_unions' and place = country() and period in (select period from made)),
visited as (from known where measure = 'chair_region_visited' and period in (select period from made)),
here as (from visited where place = $place),
missing as (from missing_region('visited', $place))
from mark('kinds', ['share'])
union all by name
from slots_by_series('kinds')
union all by name
from slots_of('total', 'with_unions')
union all by name
from asked($place, null)
union all by name
from chosen_by_pick('total', 'here', 'missing')
order by role desc, value desc, series
