-- How far are young people's shares from what the Youth Council aims at? One row is one aim; a share that is not published has no value.
-- Beside the printed share stands the one that the report's own numbers of members give.
with known as (
    from printed(['fprk_youth_share', 'fprk_members', 'target_youth_of_members', 'target_youth_quota'], $period) where place = country() and sector = '_T'
),
printed_shares as (from known where measure = 'fprk_youth_share' and series = '_T'),
share_now as (from newest('printed_shares')),
members as (from known semi join share_now using (period, source) where measure = 'fprk_members'),
young as (from members where series = 'under_35'),
everyone as (from members where series = '_T' and value > 0),
counted as (select young.* replace (100.0 * young.value / everyone.value as value) from young cross join everyone),
goals as (
    select * replace (if(measure = 'target_youth_of_members', 'young_of_members', 'young_of_elected_bodies') as series)
    from known
    where measure in ('target_youth_of_members', 'target_youth_quota')
),
aims as (
    select
        coalesce(share_now.period, left(aim.period, 4)) as period, aim.place, aim.sector, aim.series, share_now.value,
        coalesce(share_now.status, aim.status) as status, coalesce(share_now.source, aim.source) as source, aim.value as target
    from newest_of_each('goals') as aim
    left join share_now on aim.series = 'young_of_members'
),
now as (from aims where series = 'young_of_members' and value is not null),
goal as (select * replace (target as value) from now),
missing as (select * replace (target - value as value) from now where value < target),
quota as (select * replace (target as value) from aims where series = 'young_of_elected_bodies')
from mark('aims', ['target'])
union all by name
from slots_of('now', 'goal', 'missing', 'quota', 'counted')
union all by name
from chosen(
    case
        when nothing_in('now') or nothing_in('quota') then 'case.none'
        when exists (from counted) and round(value_of('counted')) <> value_of('now') then 'case.two_shares'
        when nothing_in('missing') then 'case.reached'
        else 'case.below'
    end
)
order by role desc, target desc nulls last, series
