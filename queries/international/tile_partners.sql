-- With how many international organisations does {@us.en} cooperate? One row is one year.
with known as (from printed(['partner_organisations'], $period) where place = country())
from tile_since_last_but_one('known')
order by role desc, period desc, series
