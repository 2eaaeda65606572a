-- How the violations found by state labour inspectors divide by subject in the newest year. One mark is one subject; of the rest, the total minus the subjects
-- named, the kind is not stated.
with known as (
    from official(
        ['state_labour_inspection_violations', 'state_labour_inspection_violations_osh', 'state_labour_inspection_violations_labour_relations'], $period
    )
    where place = country() and sector = '_T'
),
years as (
    select
        period, place, sector, max(status) as status, max(source) as source,
        max(value) filter (where measure = 'state_labour_inspection_violations') as everything,
        max(value) filter (where measure = 'state_labour_inspection_violations_osh') as safety,
        max(value) filter (where measure = 'state_labour_inspection_violations_labour_relations') as relations
    from known
    group by period, place, sector
    having count(distinct measure) = 3
),
numbers as (select * exclude (relations), 100.0 * safety / everything as share from newest('years')),
subjects as (
    select *, 'safety_violations' as series, safety as value from newest('years')
    union all
    select *, 'labour_relations', relations from newest('years')
    union all
    select *, 'kind_not_stated', everything - safety - relations from newest('years')
),
parts as (from parts_of('subjects'))
from mark('parts', ['share'])
union all by name
from slots('numbers')
union all by name
from chosen(found_or_none('numbers'))
order by role desc, list_position(['safety_violations', 'labour_relations', 'kind_not_stated'], series), series
