-- What share of managers are women, in the country and in the picked region? One row is one place in one year.
with line as (from official_by_sex(['women_managers_share'], $period) where sector = '_T' and sex = 'F' and place in (country(), coalesce($place, country()))),
country as (from line where place = country()),
comparable as (from since_last_break('country', ['women_managers_share'])),
start as (from first('comparable'))
from mark('line')
union all
from told_of_line('line', $place, 'first', 'start')
order by role desc, place <> country(), period, series
