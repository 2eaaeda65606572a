-- What share of seats in the Mazhilis and in maslikhats do women hold? One row is one body in one year; beside it the quota that FPRK sets for union bodies, as a yardstick.
with seats as (
    select case f.measure when 'women_parliament_share' then 'mazhilis' else 'maslikhats' end as series, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('women_parliament_share', 'women_maslikhat_share') and f.place = 'KZ' and f.sector = '_T' and f.sex = 'F' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
years as (select distinct period from seats),
-- The report on one year sets the tasks of the next.
quota as (
    select f.value, f.source
    from figures f
    where f.measure = 'target_women_in_union_bodies' and f.place = 'KZ'
        and ($period is null or cast(left(f.period, 4) as integer) <= try_cast($period as integer) + 1)
    order by f.period desc limit 1
),
mazhilis as (select * from seats where series = 'mazhilis' order by period desc limit 1),
maslikhats as (select * from seats where series = 'maslikhats' order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from seats
union all
select 'mark', years.period, 'KZ', '_T', 'union_quota', quota.value, 'final', quota.source from years cross join quota
union all
select 'finding', period, 'KZ', '_T', 'mazhilis', value, status, source from mazhilis
union all
select 'finding', period, 'KZ', '_T', 'maslikhats', value, status, source from maslikhats
union all
select 'finding', null, 'KZ', '_T',
    case
        when exists (select 1 from mazhilis) and exists (select 1 from maslikhats) then 'case.both'
        when exists (select 1 from maslikhats) then 'case.maslikhats'
        else 'case.none'
    end, null, null, null
order by 1 desc, list_position(['mazhilis', 'maslikhats', 'union_quota'], series), 2, 5
