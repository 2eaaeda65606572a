-- By how much did the membership of the territorial associations grow, as they state it?
-- One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from official(['fprk_members_new'], $period) where sector = '_T')
from regions_as_published('known', $place)
order by role desc, value desc nulls last, place, series
