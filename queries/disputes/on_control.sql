-- In which regions are the labour conflicts that are on control (a stock at the time of the report)? One row is one region that the report names, largest
-- first; a picked one that it does not name has zero if the named ones make up the total, else no value.
with known as (from printed(['conflicts_on_control'], $period) where sector = '_T' and series = '_T')
from named_regions('known', $place)
order by role desc, value desc nulls last, place, series
