-- How the violations found by state labour inspectors divide by subject in the newest year. One mark is one subject; the rest is the total minus the subjects named.
with
known as (
    select measure, period, value, status, source
    from statistics
    where measure in ('state_labour_inspection_violations', 'state_labour_inspection_violations_osh', 'state_labour_inspection_violations_labour_relations')
        and place = 'KZ' and sector = '_T' and value is not null and ($period is null or left(period, 4) <= $period)
),
wide as (
    select
        period, max(value) filter (where measure = 'state_labour_inspection_violations') as everything,
        max(value) filter (where measure = 'state_labour_inspection_violations_osh') as safety,
        max(value) filter (where measure = 'state_labour_inspection_violations_labour_relations') as relations,
        max(status) as status, max(source) as source
    from known
    group by period
    having count(distinct measure) = 3
    qualify row_number() over (order by period desc) = 1
),
parts as (
    select period, 'safety_violations' as series, safety as value, everything, status, source, 1 as position from wide
    union all
    select period, 'labour_relations', relations, everything, status, source, 2 from wide
    union all
    select period, 'other', everything - safety - relations, everything, status, source, 3 from wide
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, 100.0 * value / everything as share, position from parts
    union all
    select 'finding', period, 'KZ', '_T', 'safety', safety, status, source, null, 9 from wide
    union all
    select 'finding', period, 'KZ', '_T', 'everything', everything, status, source, null, 9 from wide
    union all
    select 'finding', period, 'KZ', '_T', 'share', 100.0 * safety / everything, status, source, null, 9 from wide
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from wide) then 'case.found' else 'case.none' end, null, null, null, null, 9
)
select role, period, place, sector, series, value, status, source, share
from answer
order by position, series
