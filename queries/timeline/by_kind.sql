-- How many events of each kind does the newest year have? One row is one kind; events known only to the year are counted too.
with events_of_year as (from chronicle($period) qualify left(period, 4) = max(left(period, 4)) over ()),
counts as (
    select
        left(max(period), 4) as period, country() as place, '_T' as sector, series, cast(count(*) as double) as value, 'final' as status,
        arg_max(source, period) as source,
        count(*) filter (where length(period) = 10) as exact
    from events_of_year
    group by series
),
numbers as (
    select period, place, sector, status, arg_max(source, value) as source, sum(value) as now, sum(exact) as exact
    from counts
    group by period, place, sector, status
)
from mark('counts')
union all
from slots('numbers')
union all
from chosen(if(exists (from numbers), 'case.all', 'case.none'))
order by role desc, value desc, series
