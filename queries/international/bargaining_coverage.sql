-- How did the share of employees covered by collective agreements develop in {@country.en} and in other countries? One row is one country in one year.
with lines as (from official(['cb_coverage_employees'], $period) where sector = '_T' and is_country(place))
from mark('lines')
union all
from told_of_lines_of_countries('lines', measures := ['cb_coverage_employees'])
order by role desc, place <> country(), place, period, series
