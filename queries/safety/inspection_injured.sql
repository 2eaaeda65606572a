-- How many people were hurt at work by the labour inspection, by full year. One mark is one year in the country; years that are not published are missing, not zero.
with
line as (
    select period, value, status, source
    from statistics
    where measure in ('inspection_injured', 'ministry_injured') and place = 'KZ' and sector = '_T' and sex = '_T' and age = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
    qualify row_number() over (partition by period order by list_position(['inspection_injured', 'ministry_injured'], measure), source) = 1
),
placed as (
    select period, value, status, source, row_number() over (order by period) as rising, row_number() over (order by period desc) as falling
    from line
),
latest as (select period, value, status, source from placed where falling = 1),
earlier as (select period, value, status, source from placed where falling = 2),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from line
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source from latest
    union all
    select 'finding', period, 'KZ', '_T', 'before', value, status, source from earlier
    union all
    select 'finding', latest.period, 'KZ', '_T', 'change_pct', 100.0 * abs(latest.value - earlier.value) / earlier.value, latest.status, latest.source
    from latest, earlier
    where earlier.value > 0
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
