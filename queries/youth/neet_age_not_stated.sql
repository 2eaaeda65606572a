-- Which shares of young people who neither work nor study were published without their age limits? One row is one place in one period; no line joins them.
with known as (from official_by_age(['neet_rate'], $period) where sector = '_T' and age = '_Z' and place in ('KZ', $place)),
places_newest as (from newest_of_each('known')),
now as (from places_newest where place = 'KZ'),
here as (from places_newest where place = $place and place <> 'KZ')
from mark('known')
union all
from slot('now')
union all
from slot('here')
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when exists (from here) then 'case.here'
        when $place <> 'KZ' then 'case.missing'
        else 'case.top'
    end
)
order by role desc, place <> 'KZ', period
