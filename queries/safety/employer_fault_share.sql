-- In what share of accidents more than half of the fault is the employer’s, at enterprises with and without FPRK unions. One mark is one group in one year: accidents_employer_fault / accidents; without = total minus with.
with
printed as (
    select measure, period, series, value, status, source
    from figures
    where measure in ('accidents_employer_fault', 'accidents') and place = 'KZ' and sector = '_T' and series in ('_T', 'with_fprk_union')
        and value is not null and ($period is null or left(period, 4) <= $period)
),
counts as (
    select
        period,
        max(value) filter (where measure = 'accidents_employer_fault' and series = '_T') as top_all,
        max(value) filter (where measure = 'accidents_employer_fault' and series = 'with_fprk_union') as top_with,
        max(value) filter (where measure = 'accidents' and series = '_T') as bottom_all,
        max(value) filter (where measure = 'accidents' and series = 'with_fprk_union') as bottom_with,
        max(status) as status, max(source) as source
    from printed
    group by period
),
ratios as (
    select
        period, 100.0 * top_with / bottom_with as with_fprk,
        100.0 * (top_all - top_with) / (bottom_all - bottom_with) as without_fprk,
        status, source, row_number() over (order by period desc) as recency
    from counts
    where bottom_with > 0 and bottom_all > bottom_with and top_all is not null and top_with is not null
    qualify recency <= 2
),
marks as (
    select period, 'with_fprk_union' as series, with_fprk as value, status, source, 1 as position
    from ratios
    where (select count(*) from ratios) = 2
    union all
    select period, 'without_fprk_union', without_fprk, status, source, 2
    from ratios
    where (select count(*) from ratios) = 2
),
findings as (
    select period, 'with_now' as series, with_fprk as value, status, source from ratios where recency = 1
    union all
    select period, 'without_now', without_fprk, status, source from ratios where recency = 1
    union all
    select period, 'with_before', with_fprk, status, source from ratios where recency = 2
    union all
    select period, 'without_before', without_fprk, status, source from ratios where recency = 2
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, position from marks
    union all
    select 'finding', period, 'KZ', '_T', series, value, status, source, 9 from findings
    union all
    select 'finding', null, 'KZ', '_T', case (select count(*) from ratios) when 0 then 'case.none' when 1 then 'case.single' else 'case.two' end,
        null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by position, period
