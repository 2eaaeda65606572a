-- How the production councils set up in the newest year divide between the budget-funded sphere and the real sector. One mark is one sphere; which sectors are budget-funded is our reading, the report names none.
with created as (from printed(['production_councils_created'], $period) where place = country() and series = '_T' and sector <> '_T'),
spheres as (
    select
        period, place, '_T' as sector,
        case when sector in ('state_services', 'education', 'health', 'culture', 'armed_forces') then 'budget_sphere' else 'real_sector' end as series,
        sum(value) as value, max(status) as status, max(source) as source
    from newest('created')
    group by all
),
parts as (from parts_of('spheres')),
budget as (select * replace (share as value) from parts where series = 'budget_sphere'),
whole as (select period, place, sector, max(status) as status, max(source) as source, sum(value) as all from spheres group by all)
from mark('parts', ['share'])
union all by name
from slots_by_series('spheres')
union all by name
from slots('whole')
union all by name
from slot('share', 'budget')
union all by name
from chosen(case when (select count(*) from spheres) = 2 then 'case.found' else 'case.none' end)
order by role desc, series
