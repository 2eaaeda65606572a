-- How far are {@us.en}'s governing bodies from the quota for women? One mark is one body in the newest year; target = the quota set for the year after the report.
with known as (from printed(['women_in_union_bodies'], $period) where place = country() and sector = '_T'),
quota as (from quota_for_women((select max(period) from known))),
shown as (select latest.*, quota.value as target from newest('known') as latest left join quota on true),
council as (from shown where series = 'general_council'),
executive as (from shown where series = 'executive_committee')
from mark('shown', ['target'])
union all by name
from slot('council')
union all by name
from slot('executive')
union all by name
from difference('council_gap', 'quota', 'council')
union all by name
from difference('executive_gap', 'quota', 'executive')
union all by name
from slot('target', 'quota')
union all by name
from chosen(
    case
        when nothing_in('council') or nothing_in('executive') then 'case.none'
        when (select bool_and(value < target) from shown) then 'case.below'
        else 'case.shares'
    end
)
order by role desc, series <> 'general_council', series
