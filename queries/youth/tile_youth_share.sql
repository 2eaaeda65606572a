-- What share of {@us.en} members are young people, and which share does the Youth Council aim at? One row is one year.
with known as (from printed(['fprk_youth_share', 'target_youth_of_members'], $period) where place = country() and sector = '_T' and series = '_T'),
line as (from known where measure = 'fprk_youth_share'),
aims as (from known where measure = 'target_youth_of_members' and exists (from line)),
target as (from newest('aims'))
from tile_since_year_before('line')
union all
from slot('target')
order by role desc, period desc, series
