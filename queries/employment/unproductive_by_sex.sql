-- How does unproductive employment differ between women and men, in the country and in the picked region?
-- One row is one group of people in the newest year, in the country and in the picked region.
with known as (
    select * replace (if(sex = 'F', 'women', 'men') as series)
    from official_by_sex(['unproductive_employment_share'], $period)
    where sector = '_T' and sex <> '_T' and length(period) = 4
)
from groups_here_and_in_country('known', $place)
order by role desc, series desc, place <> country()
