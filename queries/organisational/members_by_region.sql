-- How many members do the territorial associations of FPRK have? One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['fprk_members'], $period) where sector = '_T' and sex = '_T' and age = '_T')
from regions_as_published('known', $place)
order by role desc, value desc nulls last, place, series
