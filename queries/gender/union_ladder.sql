-- What share are women at each level of the unions, from members to the Executive Committee? One mark is one level in its newest year, lowest level
-- first; target = the quota for elected bodies.
with shares as (select * replace ('ladder_members' as series) from women_among_members($period)),
members as (from newest('shares')),
headed as (
    select * replace (if(measure = 'fprk_primary_orgs_headed_by_women_share', 'women_of_primary_heads', 'women_of_sectoral_heads') as series)
    from official(['fprk_primary_orgs_headed_by_women_share', 'fprk_sectoral_unions_headed_by_women_share'], $period)
    where place = country() and sector = '_T'
),
heads as (from newest_of_each('headed')),
named as (from printed(['women_in_union_bodies'], $period) where place = country() and sector = '_T'),
bodies as (
    select *, (select value from quota_for_women((select max(period) from named))) as target from newest_of_each('named')
),
primary_heads as (from heads where series = 'women_of_primary_heads'),
sectoral_heads as (from heads where series = 'women_of_sectoral_heads'),
executive as (from bodies where series = 'executive_committee')
from mark('members')
union all by name
from mark('heads')
union all by name
from mark('bodies', ['target'])
union all by name
from slot('members')
union all by name
from slot('primary', 'primary_heads')
union all by name
from slot('sectoral', 'sectoral_heads')
union all by name
from slot('executive')
union all by name
from chosen(
    case
        when exists (from members) and exists (from executive) then 'case.ladder'
        when exists (from heads) then 'case.heads'
        else 'case.none'
    end
)
order by
    role desc,
    list_position(['ladder_members', 'women_of_primary_heads', 'women_of_sectoral_heads', 'general_council', 'executive_committee'], series)
