-- How does the ITUC rate the rights of workers in each country? One row is one country in the newest year published for it.
with known as (from spliced(['ituc_gri_rating'], $period) where sector = '_T' and is_country(place)),
shown as (from newest_of_each('known')),
absent as (from absent_countries('shown'))
from mark('shown')
union all
from mark('absent')
union all
from told_of_countries('shown')
order by role desc, value desc nulls last, place <> country(), place, series
