-- How does the unemployment rate differ by age, in the country and in the picked region?
-- One row is one group of people in the newest year, in the country and in the picked region.
with known as (
    select * replace ('age_' || replace(substring(age, 2), '-', '_') as series)
    from official_by_age(['unemployment_rate'], $period)
    where sector = '_T' and age in ('Y35-44', 'Y45-54', 'Y55-64') and length(period) = 4
)
from groups_here_and_in_country('known', $place)
order by role desc, series, place <> country()
