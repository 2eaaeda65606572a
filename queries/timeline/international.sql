-- Which international events does the newest year have? One mark is one event dated to the day or the month.
with
chronicle as (
    select * from chronicle_by_lane where $period is null or left(period, 4) <= $period
),
year as (
    select max(left(period, 4)) as year from chronicle where length(period) > 4 and area = 'international'
),
dated as (
    select chronicle.*, year.year
    from chronicle
    join year on left(chronicle.period, 4) = year.year
    where length(chronicle.period) > 4 and chronicle.area = 'international'
),
shown as (
    select * from dated
),
counted as (
    select
        max(year) as period, coalesce($place, 'KZ') as place, '_T' as sector, arg_max(source, dated.period) as source, count(*) as now,
        count(*) filter (where place = $place) as here,
        count(*) filter (where lane = 'event_congress') as congress,
        count(*) filter (where lane = 'event_training') as training,
        count(*) filter (where lane = 'event_meeting') as meeting
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
    cross join lateral (values ('now', now), ('here', here), ('congress', congress), ('training', training), ('meeting', meeting)) as slot (name, value)
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from counted) then 'case.none'
            when $place is null then 'case.all'
            else if((select here from counted) > 0, 'case.region', 'case.region_none')
        end, null, null, null, null, null, null
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, list_position(
        ['event_congress', 'event_meeting', 'event_commission', 'event_law', 'event_programme', 'event_statement', 'event_strike', 'event_forum', 'event_training',
         'event_trip', 'event_public'], series), period, text_en
