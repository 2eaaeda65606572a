-- What share of people aged 14 to 24 received technical and vocational education? One row is one year.
with line as (from official_by_age(['youth_tvet_share'], $period) where place = country() and sector = '_T' and age = 'Y14-24' and length(period) = 4)
from mark('line')
union all
from change_since_last_but_one('line')
order by role desc, period
