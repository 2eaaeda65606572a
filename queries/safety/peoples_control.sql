-- How many enterprises run People's Control by the report and by other publications. One mark is one published number; the finding names the picked region's own number if one was ever published.
with
known as (
    select 'fprk_report' as series, period, place, value, status, source
    from figures
    where measure = 'peoples_control_enterprises' and sector = '_T' and series = '_T' and value is not null
    union all
    select 'other_publications', period, place, value, status, source
    from statistics
    where measure = 'peoples_control_enterprises_published' and sector = '_T' and sex = '_T' and value is not null
),
asked_for as (
    select series, period, place, value, status, source
    from known
    where $period is null or left(period, 4) <= $period
),
line as (select series, period, value, status, source from asked_for where place = 'KZ'),
report as (select period, value, status, source from line where series = 'fprk_report' qualify row_number() over (order by period desc) = 1),
other as (select period, value, status, source from line where series = 'other_publications' qualify row_number() over (order by period desc) = 1),
own as (
    select period, place, value, status, source
    from asked_for
    where place = $place and place <> 'KZ'
    qualify row_number() over (order by period desc, series) = 1
),
newest as (
    select period, value, status, source from report
    union all
    select period, value, status, source from other where not exists (select 1 from report)
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from line
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source from newest
    union all
    select 'finding', period, 'KZ', '_T', 'other', value, status, source from other
    union all
    select 'finding', period, place, '_T', 'picked', value, status, source from own
    union all
    select 'finding', null, cast($place as varchar), '_T', 'asked', null, null, null where $place is not null
    union all
    select
        'finding', null, null, '_T',
        case
            when not exists (select 1 from newest) then 'case.none'
            when exists (select 1 from own) then 'case.picked'
            when $place is not null then 'case.unpublished'
            when not exists (select 1 from report) then 'case.published'
            when not exists (select 1 from other) then 'case.report'
            when (select value from report) < (select value from other) then 'case.fewer'
            when (select value from report) > (select value from other) then 'case.more'
            else 'case.equal'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, series desc, period
