-- Which shares of women among FPRK members have been stated, and what do the printed numbers give? One mark is one statement.
with site as (
    select
        f.period, case f.measure when 'fprk_women_share' then 'statement_site_2023' else 'statement_site_2023_second' end as series,
        f.value, f.status, f.source, case f.measure when 'fprk_women_share' then 1 else 2 end as position
    from statistics f
    where f.measure in ('fprk_women_share', 'fprk_women_share_second_statement') and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
counts as (
    select f.period, f.measure, f.value, f.status, f.source
    from figures f
    where f.measure in ('fprk_women_members', 'fprk_members') and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
computed as (
    select women.period, 'computed_report_2025' as series, women.value * 100.0 / everyone.value as value, women.status, women.source, 4 as position
    from counts women join counts everyone on everyone.period = women.period and everyone.source = women.source and everyone.measure = 'fprk_members'
    where women.measure = 'fprk_women_members'
),
-- The printed share is kept with the check that compares it with the counts.
printed as (
    select computed.period, 'statement_report_2025' as series, checks.printed as value, 'as_printed_disputed' as status, computed.source, 3 as position
    from checks cross join computed
    where checks."check" = 'gender_women_members_share'
),
stated as (
    select * from site
    union all
    select * from printed
),
lowest as (select * from stated order by value, position limit 1),
highest as (select * from stated order by value desc, position limit 1),
answer as (
    select 'mark' as role, period, series, value, status, source, position from stated
    union all
    select 'mark', period, series, value, status, source, position from computed
    union all
    select 'finding', period, 'low', value, status, source, 9 from lowest
    union all
    select 'finding', period, 'high', value, status, source, 9 from highest
    union all
    select 'finding', period, 'computed', value, status, source, 9 from computed
    union all
    select 'finding', null,
        case when exists (select 1 from computed) then 'case.found' when exists (select 1 from site) then 'case.site' else 'case.none' end,
        null, null, null, 9
)
select role, period, 'KZ' as place, '_T' as sector, series, value, status, source
from answer
order by role desc, position, series
