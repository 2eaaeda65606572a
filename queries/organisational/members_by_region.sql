-- How many members do the territorial associations of FPRK have? One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['fprk_members'], $period) where sector = '_T' and sex = '_T' and age = '_T'),
-- Whether the number of the picked region is published as "more than".
more as (from newest_of_each_region('known') where place = $place and note like '%more than%')
select * replace (if(series = 'case.here' and exists (from more), 'case.here_more', series) as series)
from regions_as_published('known', $place)
order by role desc, value desc nulls last, place, series
