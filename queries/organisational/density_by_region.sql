-- How many members of FPRK unions are there per 100 employees of a region?
-- One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['fprk_members', 'employees'], $period) where sector = '_T' and sex = '_T' and age = '_T'),
-- Employees are counted in thousands.
density as (from ratio_of('known', 'fprk_members', 'employees', factor := 0.1)),
newest_density as (from newest_of_each_region('density')),
-- Whether the members of the picked region are published as "more than".
more as (from known semi join newest_density using (period, place, source) where place = $place and printed like 'more than%'),
-- The number of the picked region is doubted, if a check sets it against the one before.
doubted as (
    select shown.*
    from newest_density as shown
    join checks on checks.result = 'disagrees' and checks."right" = printf('statistics:fprk_members@%s/%s/_T/_T/_T', shown.period, shown.place)
    where shown.place = $place
),
earlier as (from density where place = $place and period < (select period from doubted) order by period desc limit 1)
select
    * replace (
        case
            when series = 'case.here' and exists (from earlier) then 'case.here_doubted'
            when series = 'case.here' and exists (from more) then 'case.here_more'
            else series
        end as series
    )
from regions_as_published('density', $place)
union all
from slot('last_but_one', 'earlier')
order by role desc, value desc nulls last, place, series
