-- Did wage arrears fall by FPRK's report, and how much was returned to how many workers? One row is one year.
with report as (
    select f.measure, f.period, f.value, f.status, f.source
    from figures f
    where f.measure in ('arrears_volume', 'arrears_returned', 'arrears_workers_restored')
        and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.source = 'fprk_report_2025'
        and ($period is null or left(f.period, 4) <= $period)
),
volume as (select * from report where measure = 'arrears_volume' order by period desc limit 2),
now as (select * from volume order by period desc limit 1),
before as (select volume.* from volume, now where volume.period < now.period),
complete as (select 1 from now, before),
returned as (select report.* from report join now on now.period = report.period where report.measure = 'arrears_returned')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source
from volume where exists (select 1 from complete)
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', now.period, 'KZ', '_T', 'change_pct', abs(now.value - before.value) * 100.0 / before.value, now.status, now.source
from now, before
union all
select 'finding', period, 'KZ', '_T', 'returned', value, status, source from returned
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from complete) then 'case.none'
        when (select value from now) < (select value from before) then 'case.fell'
        when (select value from now) > (select value from before) then 'case.rose'
        else 'case.same'
    end, null, null, null
order by 1 desc, 2
