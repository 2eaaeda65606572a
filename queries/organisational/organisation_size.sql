-- How many members does a primary organisation have on average, in the regions and among the new ones?
-- One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from reported(['fprk_members', 'fprk_primary_orgs'], $period) where sector = '_T' and sex = '_T' and age = '_T'),
-- Members and organisations of one publication.
sizes as (
    select members.* replace (members.value / organisations.value as value)
    from known as members
    join known as organisations using (period, place, source)
    where members.measure = 'fprk_members' and organisations.measure = 'fprk_primary_orgs' and organisations.value > 0
),
told as (from regions_as_published('sizes', $place)),
bottom as (from newest_of_each_region('sizes') qualify row_number() over (order by value, place) = 1),
others as (from newest_of_each_region('sizes') where place not in (select place from bottom)),
-- Whether the members of the picked region are published as "more than".
more as (from newest_of_each_region('sizes') where place = $place and printed like 'more than%'),
created as (
    from printed(['fprk_primary_orgs_new', 'fprk_new_org_members'], $period) where place = country() and sector = '_T' and series = '_T'
),
of_new as (from ratio_of('created', 'fprk_new_org_members', 'fprk_primary_orgs_new', factor := 1)),
fresh as (from newest('of_new'))
select
    * replace (
        case
            when series = 'case.top' and nothing_in('others') then 'case.single'
            when series = 'case.top' and exists (from fresh) then 'case.fresh'
            when series = 'case.here' and exists (from more) then 'case.here_more'
            else series
        end as series
    )
from told
union all
from slots_of('bottom', 'fresh')
order by role desc, value desc nulls last, place, series
