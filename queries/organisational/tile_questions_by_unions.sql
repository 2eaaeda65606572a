-- What share of the questions at regional tripartite commissions was raised by unions, and what share a year before? One row is one year.
with counted as (
    select f.period, max(f.value) filter (where f.series = '_T') as total, max(f.value) filter (where f.series = 'raised_by_unions') as raised,
           max(f.status) as status, max(f.source) as source
    from figures f
    where f.measure = 'regional_commission_questions' and f.place = 'KZ' and f.sector = '_T'
        and ($period is null or left(f.period, 4) <= $period)
    group by f.period
),
shares as (
    select period, raised * 100.0 / total as value, status, source from counted where raised is not null and total > 0
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
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.value' else 'case.none' end, null, null, null
order by 1 desc, 2 desc, 5
