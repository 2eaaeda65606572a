-- How many members of FPRK unions are there per 100 employees of a region? One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from official(['fprk_members', 'employees'], $period) where sector = '_T'),
-- Employees are counted in thousands.
density as (from ratio_of('known', 'fprk_members', 'employees', factor := 0.1))
from regions_as_published('density', $place)
order by role desc, value desc nulls last, place, series
