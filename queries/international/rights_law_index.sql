-- How is the labour law of each country scored? One row is one country in the newest year published for it.
with known as (from spliced(['labour_rights_index_wageindicator'], $period) where sector = '_T' and is_country(place)),
shown as (from newest_of_each('known')),
absent as (from absent_countries('shown'))
from mark('shown')
union all
from mark('absent')
union all
from told_of_countries('shown')
order by role desc, value desc nulls last, place <> country(), place, series
