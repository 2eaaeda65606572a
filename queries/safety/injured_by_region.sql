-- In which regions were people hurt at work by the labour inspection? One mark is one region in the newest year for which several regions are named; a picked
-- region that is not named then has no value, but its own newest number is told if it has one.
with known as (from spliced(['inspection_injured', 'ministry_injured'], $period) where sector = '_T'),
of_picked as (from known where place = $place and is_region(place)),
own as (from newest('of_picked'))
select * replace (if(series = 'case.missing' and exists (from own), 'case.own', series) as series)
from ranked_regions('known', $place)
union all
from slot('own')
order by role desc, value desc nulls last, place, series
