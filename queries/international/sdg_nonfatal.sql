-- How many injuries per 100,000 employees do countries report, in the newest year that {@country.en} has? One row is one country, all in one year.
with known as (from official(['sdg_881_nonfatal_rate'], $period) where sector = '_T' and is_country(place)),
shown as (from newest_of_country('known')),
absent as (from absent_countries('shown'))
from mark('shown')
union all
from mark('absent')
union all
from told_of_countries('shown')
order by role desc, value desc nulls last, place <> country(), place, series
