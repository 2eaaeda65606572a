-- What share of all people hurt at work belongs to each industry by the Ministry of Labour. One mark is one sector in the newest year for which several sectors are printed (and the year before that, for the ticks); a picked sector that is not printed has no value.
with known as (from official(['ministry_sector_share'], $period) where place = country())
from ranked_sectors('known', $sector, ticks := true)
order by role desc, period desc, if(period = max(period) over (), value, null) desc nulls last, sector, series
