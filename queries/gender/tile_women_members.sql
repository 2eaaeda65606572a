-- What share of FPRK members are women? One row is one year: women / all members as the report prints them, per cent.
with printed as (
    select f.period, f.measure, f.value, f.source
    from figures f
    where f.measure in ('fprk_women_members', 'fprk_members') and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
        and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
shares as (
    select women.period, women.value * 100.0 / everyone.value as value, 'as_printed_disputed' as status, women.source
    from printed women join printed everyone on everyone.period = women.period and everyone.source = women.source
    where women.measure = 'fprk_women_members' and everyone.measure = 'fprk_members' and everyone.value > 0
),
now as (select * from shares order by period desc limit 1),
before as (
    select shares.* from shares join now on cast(shares.period as integer) = cast(now.period as integer) - 1
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
