-- How many mediations in the unions’ reconciliation centres ended in an agreement? One row is one stage; share = per cent of the procedures.
with known as (
    from official(['mediation_procedures', 'mediation_agreements_published', 'reconciliation_centres'], $period) where place = country() and sector = '_T'
),
held as (from known where measure = 'mediation_procedures' order by period desc limit 1),
agreed as (from known semi join held using (period) where measure = 'mediation_agreements_published'),
centres as (from known semi join held using (period) where measure = 'reconciliation_centres'),
stages as (
    select stage.* replace (if(stage.measure = held.measure, 'mediations_held', 'mediations_agreed') as series), 100.0 * stage.value / held.value as share
    from (from held union all from agreed) as stage
    cross join held
)
from mark('stages', ['share'])
union all by name
from slot('held')
union all by name
from share('share', 'agreed', 'held')
union all by name
from slot('centres')
union all by name
from chosen(case when nothing_in('agreed') or nothing_in('centres') then 'case.none' else 'case.found' end)
order by role desc, value desc, series
