-- In which regions did the events of the newest year take place? One row is one region; a region where no event is named has no value.
with
chronicle as (
    select * from chronicle_by_lane where $period is null or left(period, 4) <= $period
),
year as (
    select max(left(period, 4)) as year from chronicle
),
of_year as (
    select chronicle.period, chronicle.place, chronicle.source, year.year
    from chronicle
    join year on left(chronicle.period, 4) = year.year
),
regions as (
    select place from places where kind in ('region', 'city')
),
counts as (
    select year.year as period, regions.place, arg_max(of_year.source, of_year.period) as source, nullif(count(of_year.place), 0) as events
    from regions
    cross join year
    left join of_year on of_year.place = regions.place
    where year.year is not null
    group by year.year, regions.place
),
whole as (
    select max(period) as period, max(source) as source, count(events) as named, count(*) as regions from counts having count(*) > 0
),
placed as (
    select period, place, source, events, rank() over (order by events desc) as position from counts where events is not null
),
top as (
    select period, min(place) as place, max(source) as source, max(events) as events, count(*) as equals from placed where position = 1 group by period
),
here as (
    select period, place, source, events from counts where place = $place
),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, cast(events as double) as value, 'final' as status, source from counts
    union all
    select 'finding', period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', source
    from whole
    cross join lateral (values ('named', named), ('regions', regions)) as slot (name, value)
    union all
    select 'finding', period, place, '_T', 'top', cast(events as double), 'final', source from top
    union all
    select 'finding', period, place, '_T', 'here', cast(events as double), 'final', source from here
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from top) then 'case.none'
            when $place is null then if((select equals from top) = 1, 'case.top', 'case.named')
            when (select events from here) is null then 'case.unnamed'
            else 'case.picked'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc nulls last, place
