-- How many primary organisations did the territorial associations create in a year?
-- One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['fprk_primary_orgs_new'], $period) where sector = '_T' and sex = '_T' and age = '_T'),
-- What was published before the year was over is of a part of it.
part as (
    select shown.place
    from newest_of_each_region('known') as shown
    join sources using (source)
    where shown.place = $place and left(sources.date, 4) = left(shown.period, 4)
)
select * replace (if(series = 'case.here' and exists (from part), 'case.here_part', series) as series)
from regions_as_published('known', $place)
order by role desc, value desc nulls last, place, series
