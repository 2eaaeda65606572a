-- How far are young people's shares from what the Youth Council aims at? One row is one aim; a share that is not printed has no value.
with printed as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'fprk_youth_share' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc limit 1
),
aims as (
    select case f.measure when 'target_youth_of_members' then 'young_of_members' else 'young_of_elected_bodies' end as series,
        f.period, f.value, f.status, f.source
    from figures f
    where f.measure in ('target_youth_of_members', 'target_youth_quota') and f.place = 'KZ' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
),
shown as (
    select aims.series, coalesce(printed.period, left(aims.period, 4)) as period, printed.value, coalesce(printed.status, aims.status) as status,
        coalesce(printed.source, aims.source) as source, aims.value as target
    from aims left join printed on aims.series = 'young_of_members'
),
members as (select * from shown where series = 'young_of_members' and value is not null),
bodies as (select * from shown where series = 'young_of_elected_bodies')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, target from shown
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source, null from members
union all
select 'finding', period, 'KZ', '_T', 'goal', target, status, source, null from members
union all
select 'finding', period, 'KZ', '_T', 'missing', target - value, status, source, null from members where value < target
union all
select 'finding', period, 'KZ', '_T', 'quota', target, status, source, null from bodies
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from members) or not exists (select 1 from bodies) then 'case.none'
        when (select value < target from members) then 'case.below'
        else 'case.reached'
    end, null, null, null, null
order by 1 desc, 9 desc nulls last, 5
