-- How accidents, injured and deaths in the country changed between the last two years. One mark is one count in one year.
with
printed as (
    select measure, period, value, status, source, dense_rank() over (order by period desc) as recency
    from figures
    where measure in ('accidents', 'injured', 'deaths') and place = 'KZ' and sector = '_T' and series = '_T'
        and value is not null and ($period is null or left(period, 4) <= $period)
    qualify recency <= 2
),
latest as (select measure, period, value, status, source from printed where recency = 1),
earlier as (select measure, period, value, status, source from printed where recency = 2),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure
    from printed
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source, measure from latest where measure = 'accidents'
    union all
    select 'finding', period, 'KZ', '_T', 'before', value, status, source, measure from earlier where measure = 'accidents'
    union all
    select 'finding', latest.period, 'KZ', '_T', 'change_pct', 100.0 * abs(latest.value - earlier.value) / earlier.value, latest.status, latest.source, latest.measure
    from latest
    join earlier using (measure)
    where latest.measure = 'accidents' and earlier.value > 0
    union all
    select 'finding', period, 'KZ', '_T', 'deaths_now', value, status, source, measure from latest where measure = 'deaths'
    union all
    select 'finding', period, 'KZ', '_T', 'deaths_before', value, status, source, measure from earlier where measure = 'deaths'
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from latest) then 'case.none'
            when not exists (select 1 from earlier) then 'case.single'
            when (select value from latest where measure = 'accidents') > (select value from earlier where measure = 'accidents') then 'case.rose'
            when (select value from latest where measure = 'accidents') < (select value from earlier where measure = 'accidents') then 'case.fell'
            else 'case.same'
        end, null, null, null, null
)
select role, period, place, sector, series, value, status, source, measure
from answer
order by role desc, list_position(['accidents', 'injured', 'deaths'], measure), period
