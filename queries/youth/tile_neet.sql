-- What share of people aged 15 to 34 neither work nor study, and what was it a year before? One row is one year.
with line as (from official_by_age(['neet_rate'], $period) where place = country() and sector = '_T' and age = 'Y15-34' and length(period) = 4)
from tile_since_year_before('line')
order by role desc, period desc, series
