-- How many people work in substandard conditions? One row is one named region in the newest year with several named regions; a picked region that is not named has no value.
with known as (from official(['substandard_conditions_workers'], $period) where sector = '_T')
from ranked_regions('known', $place, country_too := true)
order by role desc, value desc nulls last, place, series
