-- How many members does a primary organisation have on average, in the regions and among the new ones? One mark is one region at its newest published date; a picked region that was never published has no value.
with known as (from official(['fprk_members', 'fprk_primary_orgs'], $period) where sector = '_T'),
-- Members and organisations of one publication.
sizes as (
    select members.* replace (members.value / organisations.value as value)
    from known as members
    join known as organisations using (period, place, source)
    where members.measure = 'fprk_members' and organisations.measure = 'fprk_primary_orgs' and organisations.value > 0
),
regions as (from newest_of_each_region('sizes')),
top as (from highest('regions')),
here as (from regions where place = $place),
missing as (from missing_region('regions', $place)),
created as (
    from printed(['fprk_primary_orgs_new', 'fprk_new_org_members'], $period) where place = 'KZ' and sector = '_T' and series = '_T'
),
of_new as (from ratio_of('created', 'fprk_new_org_members', 'fprk_primary_orgs_new', factor := 1)),
fresh as (from newest('of_new')),
members as (from created where measure = 'fprk_new_org_members' and period in (select period from fresh)),
organisations as (from created where measure = 'fprk_primary_orgs_new' and period in (select period from fresh))
from mark('regions')
union all
from mark('missing')
union all
from slots_of('top', 'here', 'fresh', 'members', 'organisations')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when exists (from here) then 'case.here'
        when exists (from missing) then 'case.missing'
        when exists (from fresh) then 'case.fresh'
        else 'case.top'
    end
)
order by role desc, value desc nulls last, place
