-- How did the unemployment rate develop in the country and in the picked region? One row is one place in one year.
with line as (from official(['unemployment_rate'], $period) where sector = '_T' and length(period) = 4 and place in (country(), coalesce($place, country()))),
country as (from line where place = country()),
compared as (from since_last_break('country', ['unemployment_rate'])),
start as (from first('compared'))
from mark('line')
union all
from told_of_line('line', $place, 'first', 'start', decimals := 1)
order by role desc, place <> country(), period
