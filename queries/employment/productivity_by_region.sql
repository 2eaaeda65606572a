-- In which regions did output per employed person grow most? One row is one region in the newest complete year (index minus 100).
with known as (
    select * replace (value - 100 as value) from official(['productivity_index'], $period) where sector = '_T' and length(period) = 4
)
from all_regions('known', $place)
order by role desc, value desc nulls last, place, series
