-- How the number of people hurt at work changed by the Bureau in the regions named in two years running. One mark is one region in one year; years between which a region's borders changed are not compared.
with
known as (
    select statistics.period, statistics.place, statistics.value, statistics.status, statistics.source
    from statistics
    join places on places.place = statistics.place and places.kind in ('region', 'city')
    where statistics.measure = 'injured_total' and statistics.sector = '_T' and statistics.sex = '_T' and statistics.value is not null
        and ($period is null or left(statistics.period, 4) <= $period)
),
divided as (
    select predecessor as place, left(valid_from, 4) as period
    from places
    where predecessor is not null and valid_from is not null
),
pairs as (
    select
        known.period, known.place, known.value, known.status, known.source, older.period as older_period, older.value as older_value,
        older.status as older_status, older.source as older_source
    from known
    join known as older on older.place = known.place and cast(older.period as integer) = cast(known.period as integer) - 1
    where not exists (select 1 from divided where divided.place = known.place and divided.period = known.period)
),
shown as (
    select
        period, place, value, status, source, older_period, older_value, older_status, older_source,
        row_number() over (order by value desc, place) as position
    from pairs
    where period = (select max(period) from pairs)
),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, position from shown
    union all
    select 'mark', older_period, place, '_T', '_T', older_value, older_status, older_source, position from shown
    union all
    select 'finding', period, place, '_T', case position when 1 then 'top' else 'second' end, value, status, source, 9 from shown where position <= 2
    union all
    select 'finding', older_period, place, '_T', case position when 1 then 'top_before' else 'second_before' end, older_value, older_status, older_source, 9 from shown where position <= 2
    union all
    select 'finding', period, place, '_T', 'now', value, status, source, 9 from shown where place = $place
    union all
    select 'finding', older_period, place, '_T', 'before', older_value, older_status, older_source, 9 from shown where place = $place
    union all
    select 'finding', period, cast($place as varchar), '_T', 'asked', null, null, null, 9
    from shown
    where position = 1 and $place is not null and not exists (select 1 from shown as own where own.place = $place)
    union all
    select
        'finding', null, null, '_T',
        case
            when (select count(*) from shown) < 2 then 'case.none'
            when $place is null then 'case.two'
            when exists (select 1 from shown where place = $place) then 'case.picked'
            else 'case.unpublished'
        end, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
where role = 'finding' or (select count(*) from shown) > 1
order by position, period
