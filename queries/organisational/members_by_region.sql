-- How many members do the territorial associations of {@us.en} have?
-- One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from official(['fprk_members'], $period) where sector = '_T')
from regions_as_published_or_doubted('known', $place, 'fprk_members')
order by role desc, value desc nulls last, place, series
