-- How many events of each kind does the newest year have? One row is one kind; events known only to the year are counted too.
with
chronicle as (
    select * from chronicle_by_lane where $period is null or left(period, 4) <= $period
),
year as (
    select max(left(period, 4)) as year from chronicle
),
counts as (
    select
        year.year as period, chronicle.lane, arg_max(chronicle.source, chronicle.period) as source, count(*) as events,
        count(*) filter (where length(chronicle.period) = 10) as exact
    from chronicle
    join year on left(chronicle.period, 4) = year.year
    group by year.year, chronicle.lane
),
whole as (
    select max(period) as period, arg_max(source, events) as source, sum(events) as now, sum(exact) as exact
    from counts
    having count(*) > 0
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, lane as series, cast(events as double) as value, 'final' as status, source from counts
    union all
    select 'finding', period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', source
    from whole
    cross join lateral (values ('now', now), ('exact', exact)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T', if(exists (select 1 from whole), 'case.all', 'case.none'), null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc, series
