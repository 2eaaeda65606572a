-- How inspections by state labour inspectors, violations found and orders given changed between the two newest years published. One mark is one count in one year.
with
known as (
    select measure, period, value, status, source, dense_rank() over (order by period desc) as recency
    from statistics
    where measure in ('state_labour_inspections', 'state_labour_inspection_violations', 'state_labour_inspection_orders')
        and place = 'KZ' and sector = '_T' and value is not null and ($period is null or left(period, 4) <= $period)
    qualify recency <= 2
),
years as (select count(distinct period) as number from known),
answer as (
    select 'mark' as role, known.period, 'KZ' as place, '_T' as sector, '_T' as series, known.value, known.status, known.source, known.measure
    from known, years
    where years.number = 2
    union all
    select
        'finding', period, 'KZ', '_T',
        case measure when 'state_labour_inspections' then 'inspections' when 'state_labour_inspection_violations' then 'violations' else 'orders' end
            || case recency when 1 then '_now' else '_before' end,
        value, status, source, measure
    from known
    union all
    select 'finding', null, 'KZ', '_T', case number when 0 then 'case.none' when 1 then 'case.single' else 'case.change' end, null, null, null, null
    from years
)
select role, period, place, sector, series, value, status, source, measure
from answer
order by role desc, list_position(['state_labour_inspection_violations', 'state_labour_inspections', 'state_labour_inspection_orders'], measure), period
