-- In which regions most people were hurt at work by the labour inspection. One mark is one region in the newest year for which several regions are named; a picked region that is not named has no value.
with known as (from spliced(['inspection_injured', 'ministry_injured'], $period) where sector = '_T')
from ranked_regions('known', $place)
order by role desc, value desc nulls last, place, series
