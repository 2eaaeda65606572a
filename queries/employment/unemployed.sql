-- How many people are unemployed? One row is the country or a named region in one year or quarter.
with line as (from official(['unemployed'], $period) where sector = '_T' and place in (country(), coalesce($place, country()))),
country as (from line where place = country()),
-- The same quarter of an earlier year compares; unemployment is seasonal.
seasonal as (from country qualify substring(period, 5) = substring(max(period) over (), 5)),
earlier as (from last_but_one('seasonal')),
picked as (from line where place <> country()),
here as (from newest('picked')),
beside as (from country semi join here using (period))
from mark('line')
union all
from told_of_line('line', $place, 'same_quarter', 'earlier')
union all
from share('share', 'here', 'beside')
order by role desc, place, period, series
