-- In which regions most people died at work by the Bureau. One mark is one region in the newest year for which several regions are named; a picked region that is not named has no value.
with known as (from official(['injured_fatal'], $period) where sector = '_T')
from ranked_regions('known', $place)
order by role desc, value desc nulls last, place, series
