-- How the production councils set up in the newest year divide between the budget-funded sphere and the real sector. One mark is one sphere; which sectors are budget-funded is our reading, the report names none.
with
created as (
    select period, sector, value, status, source
    from figures
    where measure = 'production_councils_created' and place = 'KZ' and series = '_T' and sector <> '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
spheres as (
    select
        period, case when sector in ('state_services', 'education', 'health', 'culture', 'armed_forces') then 'budget_sphere' else 'real_sector' end as series,
        sum(value) as value, max(status) as status, max(source) as source
    from created
    where period = (select max(period) from created)
    group by all
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, 100.0 * value / sum(value) over () as share from spheres
    union all
    select 'finding', period, 'KZ', '_T', series, value, status, source, null from spheres
    union all
    select 'finding', period, 'KZ', '_T', 'all', sum(value), max(status), max(source), null from spheres group by period
    union all
    select 'finding', period, 'KZ', '_T', 'share', 100.0 * sum(value) filter (where series = 'budget_sphere') / sum(value), max(status), max(source), null
    from spheres
    group by period
    union all
    select 'finding', null, 'KZ', '_T', case when (select count(*) from spheres) = 2 then 'case.found' else 'case.none' end, null, null, null, null
)
select role, period, place, sector, series, value, status, source, share
from answer
order by role desc, series
