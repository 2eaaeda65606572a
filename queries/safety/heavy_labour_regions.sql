-- In which regions the share of heavy physical labour is highest. One mark is one region in the newest year for which several regions are named; a picked region that is not named has no value.
with known as (from official(['heavy_labour_share'], $period) where sector = '_T')
from ranked_regions('known', $place, country_too := true)
order by role desc, value desc nulls last, place, series
