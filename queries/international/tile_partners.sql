-- With how many international organisations does FPRK cooperate? One row is one year.
with known as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'partner_organisations' and f.place = 'KZ' and f.value is not null
),
years as (
    select * from known
    where $period is null or left(period, 4) <= $period
    qualify row_number() over (partition by left(period, 4) order by source) = 1
),
now as (select * from years order by period desc limit 1),
before as (select * from years where period < (select period from now) order by period desc limit 1)
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
