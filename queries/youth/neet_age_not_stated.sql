-- Which shares of young people who neither work nor study were published without their age limits? One row is one place in one period; no line joins them.
-- Country and region are told side by side only for one and the same period.
with known as (from official_by_age(['neet_rate'], $period) where sector = '_T' and age = '_Z' and place in (country(), $place)),
places_newest as (from newest_of_each('known')),
now as (from places_newest where place = country()),
here as (from places_newest where place = $place and place <> country()),
missing as (from missing_region('known', $place))
from mark('known')
union all
from slots_of('now', 'here')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when exists (from here) then 'case.here'
        when nothing_in('now') then 'case.none'
        when exists (from missing) then 'case.missing'
        else 'case.top'
    end
)
order by role desc, place <> country(), period
