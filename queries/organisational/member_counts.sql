-- How many members do the unions of FPRK have by each size that is printed, and by each that the report's own shares imply?
-- One row: one statement, in millions; an implied size is the printed number of women (or of the young) divided by their printed share.
with
stated as (
    select period, 'stated_' || period as series, value / 1000000.0 as value, status, source, 1 as block
    from statistics
    where measure = 'fprk_members' and place = 'KZ' and sector = '_T' and sex = '_T' and age = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
report as (
    select measure, period, series, value, status, source
    from figures
    where measure in ('fprk_members', 'fprk_women_members', 'fprk_women_members_share', 'fprk_youth_share')
        and place = 'KZ' and sector = '_T' and value is not null and source = 'fprk_report_2025'
        and ($period is null or left(period, 4) <= $period)
),
printed as (
    select period, 'printed_report_2025' as series, value / 1000000.0 as value, status, source, 2 as block
    from report
    where measure = 'fprk_members' and series = '_T'
),
implied as (
    select part.period, 'implied_by_women' as series, part.value * 100.0 / share.value / 1000000.0 as value, part.status, part.source, 3 as block
    from report part
    join report share on share.period = part.period and share.measure = 'fprk_women_members_share' and share.series = '_T'
    where part.measure = 'fprk_women_members' and part.series = '_T'
    union all
    select part.period, 'implied_by_youth', part.value * 100.0 / share.value / 1000000.0, part.status, part.source, 4
    from report part
    join report share on share.period = part.period and share.measure = 'fprk_youth_share' and share.series = '_T'
    where part.measure = 'fprk_members' and part.series = 'under_35'
),
sizes as (
    select * from stated
    union all
    select * from printed
    union all
    select * from implied
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
