-- How many dated events does each month of the newest year have? One row is one month; a month without a dated event has none, not an unknown number.
with
chronicle as (
    select * from chronicle_by_lane where $period is null or left(period, 4) <= $period
),
year as (
    select max(left(period, 4)) as year from chronicle where length(period) > 4
),
dated as (
    select left(chronicle.period, 7) as month, chronicle.period, chronicle.source
    from chronicle
    join year on left(chronicle.period, 4) = year.year
    where length(chronicle.period) > 4
),
whole as (
    select
        max(left(month, 4)) as period, arg_max(source, period) as source, count(*) as now,
        count(*) filter (where right(month, 2) <= '06') as first_half, count(*) filter (where right(month, 2) > '06') as second_half
    from dated
    having count(*) > 0
),
months as (
    select whole.period || '-' || lpad(cast(number as varchar), 2, '0') as month, lpad(cast(number as varchar), 2, '0') as name, whole.source
    from whole
    cross join generate_series(1, 12) as numbers (number)
),
counts as (
    select months.month, months.name, months.source, count(dated.month) as events
    from months
    left join dated on dated.month = months.month
    group by months.month, months.name, months.source
),
answer as (
    select 'mark' as role, month as period, 'KZ' as place, '_T' as sector, 'month_' || name as series, cast(events as double) as value, 'final' as status, source
    from counts
    union all
    select 'finding', period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', source
    from whole
    cross join lateral (values ('now', now), ('first', first_half), ('second', second_half)) as slot (name, value)
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from whole) then 'case.none'
            when (select first_half > second_half from whole) then 'case.first'
            when (select first_half < second_half from whole) then 'case.second'
            else 'case.even'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, period, series
