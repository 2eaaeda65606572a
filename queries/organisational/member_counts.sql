-- How many members do the unions of FPRK have by each size that is printed, and by each that the report's own shares imply?
-- One row: one statement, in millions; an implied size is the printed number of women (or of the young) divided by their printed share.
with
sizes as (
    select period, series, value / 1000000.0 as value, status, source, block
    from membership_sizes
    where $period is null or left(period, 4) <= $period
),
lowest as (select * from sizes order by value, period limit 1),
highest as (select * from sizes order by value desc, period desc limit 1),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, period as position, block from sizes
    union all
    select 'finding', period, 'KZ', '_T', 'low', value, status, source, null, 9 from lowest
    union all
    select 'finding', period, 'KZ', '_T', 'high', value, status, source, null, 9 from highest
    union all
    select 'finding', max(period), 'KZ', '_T', 'statements', count(*), 'final', max(source), null, 9 from sizes having count(*) > 0
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from sizes) then 'case.none'
            when (select value from lowest) < (select value from highest) then 'case.differ'
            else 'case.same'
        end, null, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, position, block
