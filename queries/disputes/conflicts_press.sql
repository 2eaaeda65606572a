-- How many labour conflicts a year did the press name? One row is the country or the picked region in one year; never joined to {@us.en.gen} monitoring, because the
-- way of counting is not known.
with known as (from official(['labour_conflicts_press'], $period) where sector = '_T'),
line as (from known where place in (country(), coalesce($place, country()))),
country as (from line where place = country()),
top as (from country order by value desc, period limit 1),
bottom as (from country order by value, period limit 1),
newest as (from newest('country')),
years as (from count_of('country')),
of_region as (from line where place = $place and place <> country()),
here as (from newest('of_region'))
from mark('line')
union all
from slots_of('top', 'bottom', 'newest', 'years', 'here')
union all
from asked($place, null)
union all
from chosen(
    case
        when exists (from here) then 'case.here'
        when nothing_in('country') then 'case.none'
        when $place is not null then 'case.missing'
        else change_or_single('country')
    end
)
order by role desc, place <> country(), place, period
