-- How many production councils the unions of each sector set up. One mark is one sector in the newest year for which several sectors are printed; a picked sector that is not printed has no value.
with known as (from printed(['production_councils_created'], $period) where place = 'KZ' and series = '_T'),
total as (from known where sector = '_T'),
a_year_ago as (from year_before('total'))
from ranked_sectors('known', $sector)
union all
from slot('year_before', 'a_year_ago')
order by role desc, value desc nulls last, sector, series
