-- How many mediations in the unions' reconciliation centres ended in an agreement? One row is one stage; share = per cent of the procedures.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('mediation_procedures', 'mediation_agreements_published', 'reconciliation_centres') and f.place = 'KZ' and f.sector = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
held as (select * from known where measure = 'mediation_procedures' order by period desc limit 1),
agreed as (select known.* from known join held on held.period = known.period where known.measure = 'mediation_agreements_published'),
centres as (select known.* from known join held on held.period = known.period where known.measure = 'reconciliation_centres'),
stages as (
    select 'mediations_held' as series, held.period, held.value, held.status, held.source, 100.0 as share from held
    union all
    select 'mediations_agreed', agreed.period, agreed.value, agreed.status, agreed.source, agreed.value * 100.0 / held.value from agreed, held
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, cast(share as double) as share from stages
union all
select 'finding', period, 'KZ', '_T', 'held', value, status, source, null from held
union all
select 'finding', period, 'KZ', '_T', 'share', share, status, source, null from stages where series = 'mediations_agreed'
union all
select 'finding', period, 'KZ', '_T', 'centres', value, status, source, null from centres
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from held, agreed, centres) then 'case.found' else 'case.none' end, null, null, null, null
order by 1 desc, 6 desc
