-- How did deaths at work per 100,000 employees develop in {@country.en} and in the other countries of the Central Asian council? One row is one country in one year.
-- More countries could not be told apart.
with council as (select place from structures where structure = 'ORG_SPSCA' and role = 'member'),
lines as (from official(['sdg_881_fatal_rate'], $period) where sector = '_T' and place in (select place from council))
from mark('lines')
union all
from told_of_lines_of_countries('lines')
order by role desc, place <> country(), place, period, series
