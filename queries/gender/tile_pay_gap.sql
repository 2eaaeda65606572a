-- How much less is the average monthly wage of women than that of men, and a year before? One row is one year: (men - women) / men, per cent.
with known as (from official_by_sex(['average_monthly_wage'], $period) where place = country() and sector = '_T' and length(period) = 4),
gaps as (from gap_of_women_and_men('known'))
from tile_since_year_before('gaps')
order by role desc, period desc, series
