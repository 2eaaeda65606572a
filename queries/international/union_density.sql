-- How did the share of employees who are union members develop in {@country.en} and in other countries? One row is one country in one year.
with lines as (from official(['union_density'], $period) where sector = '_T' and is_country(place))
from mark('lines')
union all
from told_of_lines_of_countries('lines', measures := ['union_density'])
order by role desc, place <> country(), place, period, series
