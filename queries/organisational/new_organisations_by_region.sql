-- How many primary organisations did the territorial associations create in a year? One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['fprk_primary_orgs_new'], $period) where sector = '_T' and sex = '_T' and age = '_T')
from regions_as_published('known', $place)
order by role desc, value desc nulls last, place, series
