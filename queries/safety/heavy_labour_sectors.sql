-- In which sectors the share of heavy physical labour is highest. One mark is one sector in the newest year for which several sectors are printed; a picked sector that is not printed has no value.
with known as (from official(['heavy_labour_share'], $period) where place = country())
from ranked_sectors('known', $sector, total_too := true)
order by role desc, value desc nulls last, sector, series
