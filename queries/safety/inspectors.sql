-- How many technical inspectors of each sector {@us.en} trained. One mark is one sector in the newest year for which several sectors are printed; a picked sector that is not printed has no value.
with known as (from printed(['inspector_training_participants'], $period) where place = country() and series = '_T')
from ranked_sectors('known', $sector)
order by role desc, value desc nulls last, sector, series
