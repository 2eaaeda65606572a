-- In which regions were people hurt at work by the labour inspection? One mark is one region in the newest year for which several regions are named; a picked
-- region that is not named then has no value, but its own newest number is told if it has one.
with known as (from spliced(['inspection_injured', 'ministry_injured'], $period) where sector = '_T'),
regions as (from known where is_region(place)),
shown as (from newest_of_several('regions')),
country as (from (from known where place = 'KZ') semi join shown using (period)),
top as (from highest('shown')),
here as (from shown where place = $place),
missing as (from missing_region('shown', $place)),
of_picked as (from regions where place = $place),
own as (from newest('of_picked'))
from mark('shown')
union all
from mark('missing')
union all
from slots_of('top', 'country', 'here', 'own')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when exists (from here) then 'case.here'
        when exists (from own) then 'case.own'
        when exists (from missing) then 'case.missing'
        else 'case.top'
    end
)
order by role desc, value desc nulls last, place, series
