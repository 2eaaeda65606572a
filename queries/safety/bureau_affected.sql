-- How many people were victims in single sections by the Bureau? One row is one section in the newest year that has several; a picked sector that is not among
-- them has no value.
with known as (from official(['bns_affected'], $period) where place = country())
from ranked_sectors('known', $sector)
order by role desc, value desc nulls last, sector, series
