-- How many dated events does each month of the newest year have? One row is one month; a month without a dated event has none, not an unknown number.
with known as (from chronicle($period)),
dated as (from dated_events('known')),
numbers as (
    select
        left(max(period), 4) as period, country() as place, '_T' as sector, 'final' as status, arg_max(source, period) as source, count(*) as now,
        count(*) filter (where substring(period, 6, 2) <= '06') as first_half, count(*) filter (where substring(period, 6, 2) > '06') as second_half
    from dated
    having count(*) > 0
),
months as (
    select
        numbers.* replace (printf('%s-%02d', numbers.period, month) as period), printf('month_%02d', month) as series,
        cast((select count(*) from dated where cast(substring(dated.period, 6, 2) as integer) = month) as double) as value
    from numbers
    cross join range(1, 13) as calendar (month)
)
from mark('months')
union all
from slots('numbers')
union all
from chosen(
    case
        when nothing_in('numbers') then 'case.none'
        when (select first_half > second_half from numbers) then 'case.first'
        when (select first_half < second_half from numbers) then 'case.second'
        else 'case.even'
    end
)
order by role desc, period, series
