-- In which regions do more of the employed work for hire? One row is one region in the newest complete year.
with known as (from official(['employees', 'employed'], $period) where sector = '_T' and length(period) = 4),
shares as (from ratio_of('known', 'employees', 'employed')),
told as (from all_regions('shares', $place))
from of_its_time('told', $place)
order by role desc, value desc nulls last, place, series
