-- What else is published about the union centres and unions of other countries? One row is one number of one organisation.
with shown as (
    from official(
        ['natcentre_members', 'natcentre_member_orgs', 'natcentre_primary_orgs', 'natcentre_women_share', 'natcentre_youth_share', 'registered_union_members'], $period
    )
    where sector <> '_T'
),
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(distinct sector) as centres,
        count(distinct shown.place) as countries
    from shown
    having count(*) > 0
)
from mark('shown', ['measure'])
union all by name
from slots('numbers')
union all by name
from chosen(if(exists (from shown), 'case.listed', 'case.none'))
order by role desc, place, sector, measure, period desc, source, series
