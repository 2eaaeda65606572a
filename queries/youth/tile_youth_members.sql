-- How many members of FPRK unions are under 35? One row is one publication; of one year the report stands before the site.
with counts as (
    select f.period, f.value, f.status, f.source, 1 as preference
    from figures f
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.series = 'under_35' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    union all
    select f.period, f.value, f.status, f.source, 2
    from statistics f
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y_LT35' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from counts order by period desc, preference limit 1),
-- Only a year before is a comparison: the same number four years apart is the question of another exhibit.
before as (
    select counts.* from counts, now
    where cast(left(counts.period, 4) as integer) = cast(left(now.period, 4) as integer) - 1
    order by counts.preference limit 1
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
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.value' else 'case.none' end, null, null, null
order by 1 desc, 2 desc, 5
