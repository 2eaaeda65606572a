-- How many members of {@us.en} unions are there per 100 employees of a region?
-- One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['fprk_members', 'employees'], $period) where sector = '_T' and sex = '_T' and age = '_T'),
-- Employees are counted in thousands.
density as (from ratio_of('known', 'fprk_members', 'employees', factor := 0.1)),
newest_density as (from newest_of_each_region('density')),
-- Whether the members of the picked region are published as "more than".
more as (from known semi join newest_density using (period, place, source) where place = $place and printed like 'more than%')
select * replace (if(series = 'case.here' and exists (from more), 'case.here_more', series) as series)
from regions_as_published_or_doubted('density', $place, 'fprk_members')
order by role desc, value desc nulls last, place, series
