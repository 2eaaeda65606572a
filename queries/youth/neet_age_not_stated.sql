-- Which shares of young people who neither work nor study were published without their age limits? One row is one place in one period; no line joins them.
with known as (from official_by_age(['neet_rate'], $period) where sector = '_T' and age = '_Z' and place in ('KZ', $place)),
places_newest as (from newest_of_each('known')),
now as (from places_newest where place = 'KZ'),
here as (from places_newest where place = $place),
missing as (from missing_region('known', $place))
from mark('known')
union all
from slots_of('now', 'here')
union all
from slot('asked', 'missing')
union all
from chosen_by_pick('now', 'here', 'missing')
order by role desc, place <> 'KZ', period
