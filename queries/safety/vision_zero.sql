-- How many enterprises have joined Vision Zero by the report and by other publications. One mark is one published number.
with
line as (
    select 'fprk_report' as series, period, value, status, source
    from figures
    where measure = 'vision_zero_enterprises' and place = 'KZ' and sector = '_T' and series = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
    union all
    select 'other_publications', period, value, status, source
    from statistics
    where measure = 'vision_zero_enterprises_published' and place = 'KZ' and sector = '_T' and sex = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
placed as (
    select
        series, period, value, status, source, row_number() over (order by period, series) as rising,
        row_number() over (order by period desc, series) as falling
    from line
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from line
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source from placed where falling = 1
    union all
    select 'finding', period, 'KZ', '_T', 'before', value, status, source from placed where rising = 1
    union all
    select
        'finding', null, 'KZ', '_T',
        case (select count(*) from line) when 0 then 'case.none' when 1 then 'case.single' else 'case.moved' end,
        null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, series desc, period
