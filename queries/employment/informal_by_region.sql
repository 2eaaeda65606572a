-- In which regions is informal employment most common? One row is one region in the newest complete year.
with known as (from official(['informal_employment_share'], $period) where sector = '_T' and length(period) = 4)
from all_regions('known', $place)
order by role desc, value desc nulls last, place, series
