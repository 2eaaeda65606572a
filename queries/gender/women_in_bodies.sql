-- How far are FPRK's governing bodies from the quota for women? One mark is one body in the newest year; target = the quota set for the year after the report.
with bodies as (
    select f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'women_in_union_bodies' and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from bodies having count(*) > 0),
quota as (
    select f.period, f.value, f.source
    from figures f join newest on cast(left(f.period, 4) as integer) <= cast(newest.period as integer) + 1
    where f.measure = 'target_women_in_union_bodies' and f.place = 'KZ'
    order by f.period desc limit 1
),
shown as (
    select bodies.period, bodies.series, bodies.value, bodies.status, bodies.source, quota.value as target
    from bodies join newest using (period) left join quota on true
),
council as (select * from shown where series = 'general_council'),
executive as (select * from shown where series = 'executive_committee')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, target from shown
union all
select 'finding', period, 'KZ', '_T', 'council', value, status, source, null from council
union all
select 'finding', period, 'KZ', '_T', 'executive', value, status, source, null from executive
union all
select 'finding', period, 'KZ', '_T', 'council_gap', target - value, status, source, null from council where target is not null
union all
select 'finding', period, 'KZ', '_T', 'executive_gap', target - value, status, source, null from executive where target is not null
union all
select 'finding', period, 'KZ', '_T', 'target', value, 'final', source, null from quota
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from council) or not exists (select 1 from executive) then 'case.none'
        when (select bool_and(value < target) from shown) then 'case.below'
        else 'case.shares'
    end, null, null, null, null
order by 1 desc, case series when 'general_council' then 1 else 2 end, 5
