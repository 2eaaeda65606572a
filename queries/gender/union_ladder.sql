-- What share are women at each level of the unions, from members to the Executive Committee? One mark is one level in its newest year, lowest level first; target = the quota for elected bodies.
with counts as (
    select f.period, f.measure, f.value, f.source
    from figures f
    where f.measure in ('fprk_women_members', 'fprk_members') and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
members as (
    select 'ladder_members' as series, women.period, women.value * 100.0 / everyone.value as value, 'as_printed_disputed' as status, women.source
    from counts women join counts everyone on everyone.period = women.period and everyone.source = women.source and everyone.measure = 'fprk_members'
    where women.measure = 'fprk_women_members'
    order by women.period desc limit 1
),
heads as (
    select
        case f.measure when 'fprk_primary_orgs_headed_by_women_share' then 'women_of_primary_heads' else 'women_of_sectoral_heads' end as series,
        f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('fprk_primary_orgs_headed_by_women_share', 'fprk_sectoral_unions_headed_by_women_share')
        and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
),
bodies as (
    select f.series, f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'women_in_union_bodies' and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.series order by f.period desc) = 1
),
levels as (
    select * from members
    union all
    select * from heads
    union all
    select * from bodies
),
executive as (select * from bodies where series = 'executive_committee'),
-- The quota is for elected collegial bodies; the report on one year sets the tasks of the next.
quota as (
    select f.value
    from figures f
    where f.measure = 'target_women_in_union_bodies' and f.place = 'KZ'
        and cast(left(f.period, 4) as integer) <= (select max(cast(left(period, 4) as integer)) from bodies) + 1
    order by f.period desc limit 1
)
select
    'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source,
    case when series in (select series from bodies) then (select value from quota) end as target
from levels
union all
select 'finding', period, 'KZ', '_T', 'members', value, status, source, null from members
union all
select 'finding', period, 'KZ', '_T', 'primary', value, status, source, null from heads where series = 'women_of_primary_heads'
union all
select 'finding', period, 'KZ', '_T', 'sectoral', value, status, source, null from heads where series = 'women_of_sectoral_heads'
union all
select 'finding', period, 'KZ', '_T', 'executive', value, status, source, null from executive
union all
select 'finding', null, 'KZ', '_T',
    case
        when exists (select 1 from members) and exists (select 1 from executive) then 'case.ladder'
        when exists (select 1 from heads) then 'case.heads'
        else 'case.none'
    end, null, null, null, null
order by 1 desc,
    list_position(['ladder_members', 'women_of_primary_heads', 'women_of_sectoral_heads', 'general_council', 'executive_committee'], series), 5
