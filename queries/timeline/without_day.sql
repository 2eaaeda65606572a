-- Which events of the newest year are known only to the year? One row is one event in words; a picked region or sector leaves its own events.
with
chronicle as (
    select * from chronicle_by_lane where $period is null or left(period, 4) <= $period
),
undated as (
    select * from chronicle where length(period) = 4
),
year as (
    select max(period) as year from undated
),
of_year as (
    select undated.* from undated join year on undated.period = year.year
),
here as (
    select * from of_year where ($place is null or place = $place) and ($sector is null or sector = $sector)
),
shown as (
    select * from here
    union all
    select * from of_year where not exists (select 1 from here)
),
counted as (
    select
        max(period) as period, coalesce($place, 'KZ') as place, coalesce($sector, '_T') as sector, max(source) as source, count(*) as now,
        (select count(*) from here) as here
    from of_year
    having count(*) > 0
),
answer as (
    select
        'mark' as role, period, place, sector, lane as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en
    from shown
    union all
    select 'finding', period, place, sector, slot.name, cast(slot.value as double), 'final', source, null, null, null
    from counted
    cross join lateral (values ('now', now), ('here', here)) as slot (name, value)
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
         'event_trip', 'event_public'], series), text_en
