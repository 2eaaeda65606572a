-- In which regions did enterprises introduce People’s Control? One row is one named region in the newest year with several named regions; a picked region that is not named has no value.
with known as (from official(['peoples_control_enterprises_published'], $period) where sector = '_T')
from ranked_regions('known', $place, country_too := true)
order by role desc, value desc nulls last, place, series
