-- How the fines imposed by state labour inspectors changed between the two newest years published. One mark is one year.
with
known as (
    select period, value, status, source, row_number() over (order by period desc) as recency
    from statistics
    where measure = 'state_labour_inspection_fines' and place = 'KZ' and sector = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
    qualify recency <= 2
),
latest as (select period, value, status, source from known where recency = 1),
earlier as (select period, value, status, source from known where recency = 2),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from known
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source from latest
    union all
    select 'finding', period, 'KZ', '_T', 'before', value, status, source from earlier
    union all
    select 'finding', latest.period, 'KZ', '_T', 'change_pct', 100.0 * abs(latest.value - earlier.value) / earlier.value, latest.status, latest.source from latest, earlier
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from latest) then 'case.none'
            when not exists (select 1 from earlier) then 'case.single'
            when (select value from latest) > (select value from earlier) then 'case.rose'
            when (select value from latest) < (select value from earlier) then 'case.fell'
            else 'case.same'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, period
