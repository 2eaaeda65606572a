-- How many members of {@us.en} unions are under 35? One row is one publication; of one year the report stands before the site.
with known as (
    from printed(['fprk_members'], $period) where place = country() and sector = '_T' and series = 'under_35'
    union all by name
    from official_by_age(['fprk_members'], $period) where place = country() and sector = '_T' and age = 'Y_LT35'
),
years as (from known qualify row_number() over (partition by period order by age nulls first, source) = 1),
-- Only a year before is a comparison: the same number four years apart is the question of another exhibit.
line as (select * replace ('_T' as series) from years)
from tile_since_year_before('line')
order by role desc, period desc, series
