-- How many accidents, injured and deaths fell on enterprises with and without FPRK unions. One mark is one count of one group in one year; without = total minus with.
with
printed as (
    select measure, period, series, value, status, source
    from figures
    where measure in ('accidents', 'injured', 'deaths') and place = 'KZ' and sector = '_T' and series in ('_T', 'with_fprk_union')
        and value is not null and ($period is null or left(period, 4) <= $period)
),
counts as (
    select
        everyone.measure, everyone.period, everyone.value as everyone, fprk.value as with_fprk,
        everyone.value - fprk.value as without_fprk, everyone.status, everyone.source,
        dense_rank() over (order by everyone.period desc) as recency
    from printed as everyone
    join printed as fprk on fprk.measure = everyone.measure and fprk.period = everyone.period and fprk.series = 'with_fprk_union'
    where everyone.series = '_T'
    qualify recency <= 2
),
marks as (
    select measure, period, 'without_fprk_union' as series, without_fprk as value, 100.0 * without_fprk / everyone as share, status, source, 1 as position
    from counts
    union all
    select measure, period, 'with_fprk_union', with_fprk, 100.0 * with_fprk / everyone, status, source, 2
    from counts
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, measure, share, position from marks
    union all
    select 'finding', period, 'KZ', '_T', 'without', without_fprk, status, source, measure, null, 9 from counts where recency = 1 and measure = 'accidents'
    union all
    select 'finding', period, 'KZ', '_T', 'total', everyone, status, source, measure, null, 9 from counts where recency = 1 and measure = 'accidents'
    union all
    select 'finding', period, 'KZ', '_T', 'without_share', 100.0 * without_fprk / everyone, status, source, measure, null, 9
    from counts where recency = 1 and measure = 'accidents'
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from counts where recency = 1 and measure = 'accidents') then 'case.found' else 'case.none' end,
        null, null, null, null, null, 9
)
select role, period, place, sector, series, value, status, source, measure, share
from answer
order by list_position(['accidents', 'injured', 'deaths'], measure), position, period
