-- How many members does the report print for the unions of FPRK? One row is the newest printed size, in millions as it is printed.
with printed as (
    select f.period, f.value / 1000000.0 as value, f.status, f.source
    from figures f
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from printed order by period desc limit 1),
before as (
    select printed.* from printed join now on cast(left(printed.period, 4) as integer) = cast(left(now.period, 4) as integer) - 1
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
