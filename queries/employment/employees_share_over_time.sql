-- Which share of the employed works for hire, in the country and in the picked region? One row is one place in one year.
with known as (
    from official(['employees', 'employed'], $period) where sector = '_T' and length(period) = 4 and place in (country(), coalesce($place, country()))
),
line as (from ratio_of('known', 'employees', 'employed')),
country as (from line where place = country()),
start as (from first('country'))
from mark('line')
union all
from told_of_line('line', $place, 'first', 'start', decimals := 1)
order by role desc, place <> country(), period
