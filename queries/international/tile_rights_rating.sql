-- How does the ITUC rate the rights of workers in {@country.en}? One row is one year.
with known as (from spliced(['ituc_gri_rating'], $period) where place = country())
from tile_since_last_but_one('known')
order by role desc, period desc, series
