-- How did compliance with freedom of association and collective bargaining develop in {@country.en} and in other countries? One row is one country in one year.
with lines as (from official(['sdg_882_labour_rights'], $period) where sector = '_T' and is_country(place))
from mark('lines')
union all
from told_of_lines_of_countries('lines')
order by role desc, place <> country(), place, period, series
