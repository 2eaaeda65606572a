-- In how many international events did union representatives take part? One row is one year.
with known as (from printed(['international_events'], $period) where place = country())
from tile_since_last_but_one('known')
order by role desc, period desc, series
