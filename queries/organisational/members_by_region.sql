-- How many members do the territorial associations of FPRK have?
-- One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['fprk_members'], $period) where sector = '_T' and sex = '_T' and age = '_T'),
-- The number of the picked region is doubted, if a check sets it against the one before.
doubted as (
    select shown.*
    from newest_of_each_region('known') as shown
    join checks on checks.result = 'disagrees' and checks."right" = printf('statistics:fprk_members@%s/%s/_T/_T/_T', shown.period, shown.place)
    where shown.place = $place
),
earlier as (from known where place = $place and period < (select period from doubted) order by period desc limit 1)
select
    * replace (
        case
            when series = 'case.here' and exists (from earlier) then 'case.here_doubted'
            else series
        end as series
    )
from regions_as_published('known', $place)
union all
from slot('last_but_one', 'earlier')
order by role desc, value desc nulls last, place, series
