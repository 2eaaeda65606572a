-- What share of the country's employees would the unions of FPRK have by each size of membership? One row: one size divided by the employees of its year (or of the newest year before).
with
stated as (
    select period, 'stated_' || period as series, value, status, source, 1 as block
    from statistics
    where measure = 'fprk_members' and place = 'KZ' and sector = '_T' and sex = '_T' and age = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
    qualify row_number() over (order by period desc) = 1
),
report as (
    select measure, period, series, value, status, source
    from figures
    where measure in ('fprk_members', 'fprk_women_members', 'fprk_women_members_share', 'fprk_youth_share')
        and place = 'KZ' and sector = '_T' and value is not null and source = 'fprk_report_2025'
        and ($period is null or left(period, 4) <= $period)
),
sizes as (
    select * from stated
    union all
    select period, 'printed_report_2025', value, status, source, 2 from report where measure = 'fprk_members' and series = '_T'
    union all
    select part.period, 'implied_by_women', part.value * 100.0 / share.value, part.status, part.source, 3
    from report part
    join report share on share.period = part.period and share.measure = 'fprk_women_members_share' and share.series = '_T'
    where part.measure = 'fprk_women_members' and part.series = '_T'
    union all
    select part.period, 'implied_by_youth', part.value * 100.0 / share.value, part.status, part.source, 4
    from report part
    join report share on share.period = part.period and share.measure = 'fprk_youth_share' and share.series = '_T'
    where part.measure = 'fprk_members' and part.series = 'under_35'
),
employees as (
    select period, value * 1000 as value
    from statistics
    where measure = 'employees' and place = 'KZ' and sector = '_T' and sex = '_T' and age = '_T' and length(period) = 4 and value > 0
),
shares as (
    select sizes.period, sizes.series, sizes.value * 100.0 / employees.value as value, sizes.status, sizes.source, sizes.block
    from sizes
    join employees on employees.period <= sizes.period
    qualify row_number() over (partition by sizes.series order by employees.period desc) = 1
),
lowest as (select * from shares order by value limit 1),
highest as (select * from shares order by value desc limit 1),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, block from shares
    union all
    select 'finding', period, 'KZ', '_T', 'low', value, status, source, 9 from lowest
    union all
    select 'finding', period, 'KZ', '_T', 'high', value, status, source, 9 from highest
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shares) then 'case.none'
            when (select count(*) from shares) > 1 then 'case.differ'
            else 'case.one'
        end, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc, block
