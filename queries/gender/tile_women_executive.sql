-- What share of the FPRK Executive Committee are women, and what is the quota? One row is one year.
with share as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'women_in_union_bodies' and f.place = 'KZ' and f.sector = '_T' and f.series = 'executive_committee'
        and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from share order by period desc limit 1),
before as (
    select share.* from share join now on cast(share.period as integer) = cast(now.period as integer) - 1
),
-- The report on one year sets the tasks of the next.
target as (
    select f.period, f.value, f.status, f.source
    from figures f join now on cast(left(f.period, 4) as integer) <= cast(now.period as integer) + 1
    where f.measure = 'target_women_in_union_bodies' and f.place = 'KZ'
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
select 'finding', period, 'KZ', '_T', 'target', value, status, source from target
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.value' else 'case.none' end, null, null, null
order by 1 desc, 2 desc, 5
