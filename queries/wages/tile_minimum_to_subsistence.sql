-- How many statutory subsistence minima is the minimum wage, now and a year before? One row is one year (values of 1 January).
with ratios as (
    select w.period, w.value / s.value as value, case when w.status = 'final' then s.status else w.status end as status, w.source
    from statistics w
    join statistics s on s.measure = 'subsistence_minimum_statutory' and s.period = w.period and s.place = w.place and s.sector = w.sector
    where w.measure = 'minimum_wage' and w.place = 'KZ' and w.sector = '_T' and length(w.period) = 4
        and ($period is null or left(w.period, 4) <= $period)
),
now as (select * from ratios order by period desc limit 1),
before as (
    select ratios.* from ratios, now
    where cast(ratios.period as integer) = cast(now.period as integer) - 1
        and same_definition('subsistence_minimum_statutory', ratios.period, now.period, 'KZ')
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
select 'finding', now.period, 'KZ', '_T', 'change_pct', (now.value - before.value) * 100.0 / before.value, now.status, now.source
from now, before
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.value' else 'case.none' end, null, null, null
order by 1 desc, 2 desc, 5
