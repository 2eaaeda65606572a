-- How people injured at work divide by the count of FPRK at enterprises with and without FPRK unions. One mark is one group in one year; without = total minus with.
with
printed as (
    select period, series, value, status, source
    from figures
    where measure = 'injured' and place = 'KZ' and sector = '_T' and series in ('_T', 'with_fprk_union') and value is not null
        and ($period is null or left(period, 4) <= $period)
),
pairs as (
    select
        everyone.period, everyone.value as everyone, fprk.value as with_fprk, everyone.value - fprk.value as without_fprk,
        everyone.status, everyone.source
    from printed as everyone
    join printed as fprk on fprk.period = everyone.period and fprk.series = 'with_fprk_union'
    where everyone.series = '_T'
),
years as (
    select period, everyone, with_fprk, without_fprk, status, source, row_number() over (order by period desc) as recency
    from pairs
    qualify recency <= 2
),
latest as (select period, everyone, with_fprk, without_fprk, status, source from years where recency = 1),
earlier as (select period, everyone, with_fprk, without_fprk, status, source from years where recency = 2),
marks as (
    select period, 'with_fprk_union' as series, with_fprk as value, 100.0 * with_fprk / everyone as share, status, source, 1 as position from years
    where (select count(*) from years) = 2
    union all
    select period, 'without_fprk_union', without_fprk, 100.0 * without_fprk / everyone, status, source, 2 from years
    where (select count(*) from years) = 2
),
findings as (
    select period, 'now' as series, with_fprk as value, status, source from latest
    union all
    select period, 'all_now', everyone, status, source from latest
    union all
    select period, 'share', 100.0 * with_fprk / everyone, status, source from latest
    union all
    select period, 'before', with_fprk, status, source from earlier
    union all
    select period, 'all_before', everyone, status, source from earlier
    union all
    select latest.period, 'change_pct', 100.0 * abs(latest.with_fprk - earlier.with_fprk) / earlier.with_fprk, latest.status, latest.source
    from latest, earlier
    where earlier.with_fprk > 0
),
direction as (
    select case
        when not exists (select 1 from latest) then 'case.none'
        when not exists (select 1 from earlier) then 'case.single'
        when (select with_fprk from latest) > (select with_fprk from earlier) then 'case.rose'
        when (select with_fprk from latest) < (select with_fprk from earlier) then 'case.fell'
        else 'case.same'
    end as series
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share, position from marks
    union all
    select 'finding', period, 'KZ', '_T', series, value, status, source, null, 9 from findings
    union all
    select 'finding', null, 'KZ', '_T', series, null, null, null, null, 9 from direction
)
select role, period, place, sector, series, value, status, source, share
from answer
order by position, period
