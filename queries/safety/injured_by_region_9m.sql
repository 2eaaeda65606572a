-- In which regions most people were hurt at work in nine months by the labour inspection. One mark is one region in the newest year for which several regions are named; a picked region that is not named has no value.
with known as (from official(['inspection_injured_9m'], $period) where sector = '_T')
from ranked_regions('known', $place)
order by role desc, value desc nulls last, place, series
