-- Which public actions, jubilees, trips and seminars does the newest year have outside international work? One mark is one event dated to the day or the month.
with
chronicle as (
    select * from chronicle_by_lane where $period is null or left(period, 4) <= $period
),
year as (
    select max(left(period, 4)) as year from chronicle where length(period) > 4 and area <> 'international' and lane not in ('event_congress', 'event_meeting', 'event_forum', 'event_commission', 'event_law', 'event_programme', 'event_statement', 'event_strike')
),
dated as (
    select chronicle.*, year.year
    from chronicle
    join year on left(chronicle.period, 4) = year.year
    where length(chronicle.period) > 4 and chronicle.area <> 'international' and chronicle.lane not in ('event_congress', 'event_meeting', 'event_forum', 'event_commission', 'event_law', 'event_programme', 'event_statement', 'event_strike')
),
of_sector as (
    select * from dated where sector = $sector
),
shown as (
    -- A sector without a dated event leaves all events in sight; the sentence says so.
    select * from of_sector
    union all
    select * from dated where not exists (select 1 from of_sector)
),
counted as (
    select
        max(year) as period, coalesce($place, 'KZ') as place, coalesce($sector, '_T') as sector, arg_max(source, dated.period) as source, count(*) as now,
        count(*) filter (where ($place is null or place = $place) and ($sector is null or sector = $sector)) as here,
        count(*) filter (where lane = 'event_public') as public,
        count(*) filter (where lane = 'event_trip') as trip,
        count(*) filter (where lane = 'event_training') as training
    from dated
    having count(*) > 0
),
answer as (
    select
        'mark' as role, period, place, sector, lane as series, cast(null as double) as value, 'final' as status, source,
        text_kk || coalesce(' (' || strftime(cast(last_day as date), '%d.%m') || ' дейін)', '') as text_kk,
        text_ru || coalesce(' (по ' || strftime(cast(last_day as date), '%d.%m') || ')', '') as text_ru,
        text_en || coalesce(' (until ' || strftime(cast(last_day as date), '%-d %B') || ')', '') as text_en
    from shown
    union all
    select 'finding', period, place, sector, slot.name, cast(slot.value as double), 'final', source, null, null, null
    from counted
    cross join lateral (values ('now', now), ('here', here), ('public', public), ('trip', trip), ('training', training)) as slot (name, value)
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from counted) then 'case.none'
            when $place is null and $sector is null then 'case.all'
            when $sector is null then if((select here from counted) > 0, 'case.region', 'case.region_none')
            when $place is null then if((select here from counted) > 0, 'case.sector', 'case.sector_none')
            else if((select here from counted) > 0, 'case.both', 'case.both_none')
        end, null, null, null, null, null, null
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, list_position(
        ['event_congress', 'event_meeting', 'event_commission', 'event_law', 'event_programme', 'event_statement', 'event_strike', 'event_forum', 'event_training',
         'event_trip', 'event_public'], series), period, text_en
