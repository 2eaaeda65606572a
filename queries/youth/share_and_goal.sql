-- How far are young people's shares from what the Youth Council aims at? One row is one aim; a share that is not printed has no value.
with printed_shares as (from printed(['fprk_youth_share'], $period) where place = 'KZ' and sector = '_T' and series = '_T'),
share_now as (from newest('printed_shares')),
known as (
    select * replace (if(measure = 'target_youth_of_members', 'young_of_members', 'young_of_elected_bodies') as series)
    from printed(['target_youth_of_members', 'target_youth_quota'], $period)
    where place = 'KZ'
),
aims as (
    select
        coalesce(share_now.period, left(aim.period, 4)) as period, aim.place, aim.sector, aim.series, share_now.value,
        coalesce(share_now.status, aim.status) as status, coalesce(share_now.source, aim.source) as source, aim.value as target
    from newest_of_each('known') as aim
    left join share_now on aim.series = 'young_of_members'
),
now as (from aims where series = 'young_of_members' and value is not null),
goal as (select * replace (target as value) from now),
missing as (select * replace (target - value as value) from now where value < target),
quota as (select * replace (target as value) from aims where series = 'young_of_elected_bodies')
from mark('aims', ['target'])
union all by name
from slots_of('now', 'goal', 'missing', 'quota')
union all by name
from chosen(
    case when nothing_in('now') or nothing_in('quota') then 'case.none' when nothing_in('missing') then 'case.reached' else 'case.below' end
)
order by role desc, target desc nulls last, series
