-- In which regions most people were hurt at work in nine months by the labour inspection. One mark is one region in the newest year for which several regions are named; a picked region that is not named has no value.
with
known as (
    select period, place, value, status, source
    from statistics
    where measure = 'inspection_injured_9m' and sector = '_T' and sex = '_T' and age = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
named as (
    select known.period, known.place, known.value, known.status, known.source
    from known
    join places on places.place = known.place and places.kind in ('region', 'city')
),
newest as (
    select max(period) as period
    from (select period from named group by period having count(*) > 1)
),
shown as (
    select
        named.period, named.place, named.value, named.status, named.source,
        rank() over (order by named.value desc) as rank, count(*) over () as published,
        row_number() over (order by named.value desc, named.place) as position
    from named
    join newest using (period)
),
country as (
    select known.period, known.value, known.status, known.source
    from known
    join newest using (period)
    where known.place = 'KZ'
),
missing as (
    select newest.period, cast($place as varchar) as place
    from newest
    where newest.period is not null and $place is not null and not exists (select 1 from shown where shown.place = $place)
),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, 1 as block, -value as position from shown
    union all
    select 'mark', period, place, '_T', '_T', null, null, null, 2, 0 from missing
    union all
    select 'finding', period, place, '_T', 'top', value, status, source, 3, 0 from shown where position = 1
    union all
    select 'finding', period, 'KZ', '_T', 'country', value, status, source, 3, 0 from country
    union all
    select 'finding', period, place, '_T', 'now', value, status, source, 3, 0 from shown where place = $place
    union all
    select 'finding', period, place, '_T', 'rank', rank, status, source, 3, 0 from shown where place = $place
    union all
    select 'finding', period, 'KZ', '_T', 'published', published, status, source, 3, 0 from shown where position = 1
    union all
    select 'finding', period, place, '_T', 'asked', null, null, null, 3, 0 from missing
    union all
    select
        'finding', null, null, '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when $place is null then 'case.top'
            when exists (select 1 from missing) then 'case.unpublished'
            else 'case.picked'
        end, null, null, null, 3, 0
)
select role, period, place, sector, series, value, status, source
from answer
order by block, position, place
