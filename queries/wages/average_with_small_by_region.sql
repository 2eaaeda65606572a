-- What is the average wage of a region when small enterprises are counted in? One row is one named region in the newest quarter with several named regions; a picked region that is not named has no value.
with known as (from official(['average_monthly_wage_incl_small'], $period) where sector = '_T')
from ranked_regions('known', $place, country_too := true)
order by role desc, value desc nulls last, place, series
