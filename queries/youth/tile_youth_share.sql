-- What share of FPRK members are young people, and which share does the Youth Council aim at? One row is one year.
with shares as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'fprk_youth_share' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from shares order by period desc limit 1),
before as (
    select shares.* from shares, now
    where cast(left(shares.period, 4) as integer) = cast(left(now.period, 4) as integer) - 1
),
aim as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'target_youth_of_members' and f.place = 'KZ' and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc limit 1
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from now
union all
select 'mark', period, 'KZ', '_T', '_T', value, status, source from before
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', now.period, 'KZ', '_T', 'change', now.value - before.value, now.status, now.source from now, before
union all
select 'finding', now.period, 'KZ', '_T', 'change_pct', (now.value - before.value) * 100.0 / before.value, now.status, now.source from now, before
union all
select 'finding', aim.period, 'KZ', '_T', 'target', aim.value, aim.status, aim.source from aim, now
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.value' else 'case.none' end, null, null, null
order by 1 desc, 2 desc, 5
