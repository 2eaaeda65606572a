-- In which sectors most people died at work by the Bureau. One mark is one sector in the newest year for which several sectors are printed (and the year before that, for the ticks); a picked sector that is not printed has no value.
with known as (from official(['injured_fatal'], $period) where place = country())
from ranked_sectors('known', $sector, ticks := true)
order by role desc, period desc, if(period = max(period) over (), value, null) desc nulls last, sector, series
