-- In which regions are most managers women? One mark is one region in the newest year with regions; a region that is not published has no value.
with shares as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'women_managers_share' and f.sector = '_T' and f.sex = 'F' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from shares where place <> 'KZ' having count(*) > 0),
today as (select shares.* from shares join newest using (period)),
ranked as (
    select today.*, rank() over (order by value desc) as rank, count(*) over () as published, row_number() over (order by value desc, place) as position
    from today where place <> 'KZ'
),
unpublished as (
    select newest.period, places.place
    from places cross join newest
    where places.kind in ('region', 'city') and places.place not in (select place from today)
),
country as (select * from today where place = 'KZ'),
top as (select * from ranked where position = 1),
low as (select * from ranked where position = published),
-- Regions that share a place are not named alone.
ties as (
    select count(*) filter (where ranked.value = (select value from top)) as highest, count(*) filter (where ranked.value = (select value from low)) as lowest
    from ranked
),
here as (select * from ranked where place = $place),
answer as (
    select 'mark' as role, period, place, '_T' as series, value, status, source from today
    union all
    select 'mark', period, place, '_T', null, null, null from unpublished
    union all
    select 'finding', period, place, 'top', value, status, source from top
    union all
    select 'finding', period, place, 'low', value, status, source from low
    union all
    select 'finding', period, place, 'country', value, status, source from country
    union all
    select 'finding', period, place, 'here', value, status, source from here
    union all
    select 'finding', period, place, 'rank', rank, status, source from here
    union all
    select 'finding', top.period, 'KZ', 'lowest', ties.lowest, top.status, top.source from top, ties
    union all
    select 'finding', period, 'KZ', 'published', published, status, source from top
    union all
    select 'finding', newest.period, $place, 'asked', null, null, null
    from newest where $place is not null and not exists (select 1 from here)
    union all
    select 'finding', null, coalesce($place, 'KZ'),
        case
            when not exists (select 1 from top) then 'case.none'
            when exists (select 1 from here) then 'case.here'
            when $place is not null and $place <> 'KZ' then 'case.missing'
            when (select highest from ties) = 1 and (select lowest from ties) = 1 then 'case.top'
            when (select highest from ties) = 1 then 'case.top_shared_low'
            else 'case.range'
        end, null, null, null
)
select role, period, place, '_T' as sector, series, value, status, source
from answer
order by role desc, value desc nulls last, place, series
