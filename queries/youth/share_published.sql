-- Which shares of young members did {@us.en} publish before, for the federation and for single regions? One row is one place in the newest year told.
with known as (from official(['fprk_youth_share'], $period) where sector = '_T'),
shown as (from newest('known')),
country as (from shown where place = country()),
here as (from shown where place = $place and place <> country()),
missing as (from missing_region('shown', $place)),
later as (from printed(['fprk_youth_share'], $period) where place = country() and sector = '_T' and series = '_T'),
report as (from newest('later'))
from mark('shown')
union all
from mark('missing')
union all
from slots_of('country', 'here', 'report')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when nothing_in('country') then 'case.none'
        when exists (from here) then 'case.here'
        when exists (from missing) then 'case.missing'
        when exists (from report) then 'case.later'
        else 'case.then'
    end
)
order by role desc, value desc nulls last, place
