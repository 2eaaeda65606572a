-- To how many workers were wages returned, by FPRK's report? One row is one year.
with workers as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'arrears_workers_restored' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
        and f.source = 'fprk_report_2025' and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc limit 2
),
now as (select * from workers order by period desc limit 1),
before as (select workers.* from workers, now where workers.period < now.period),
complete as (select 1 from now, before)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source
from workers where exists (select 1 from complete)
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from complete) then 'case.none'
        when (select value from now) < (select value from before) then 'case.fell'
        when (select value from now) > (select value from before) then 'case.rose'
        else 'case.same'
    end, null, null, null
order by 1 desc, 2
