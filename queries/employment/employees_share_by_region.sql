-- In which regions do more of the employed work for hire? One row is one region in the newest complete year.
with known as (from official(['employees', 'employed'], $period) where sector = '_T' and length(period) = 4),
shares as (from ratio_of('known', 'employees', 'employed'))
from all_regions('shares', $place)
order by role desc, value desc nulls last, place, series
