-- How did unemployment among people aged 25 to 28 develop in the country and in the picked region?
-- One row is one place in one year. Turkistan Region and Shymkent see the former South {@country.en} beside them, as a line of its own.
with line as (
    from official_by_age(['youth_unemployment_rate'], $period)
    where sector = '_T' and age = 'Y25-28' and length(period) = 4
        and (place in (country(), $place) or place in (select predecessor from places where place = $place and predecessor like country() || '-X-%'))
),
-- Only the year before is told, and only within one definition.
country as (from line where place = country()),
compared as (from since_last_break('country', ['youth_unemployment_rate'])),
earlier as (from year_before('compared'))
from mark('line')
union all
from told_of_line('line', $place, 'year_before', 'earlier', decimals := 1)
order by role desc, place <> country(), place, period
