-- In which regions did the events of the newest year take place? One row is one region; a region where no event is named has no value.
with events_of_year as (from chronicle($period) qualify left(period, 4) = max(left(period, 4)) over ()),
counts as (
    select
        years.year as period, places.place, '_T' as sector, '_T' as series, cast(nullif(count(at_place.place), 0) as double) as value, 'final' as status,
        arg_max(at_place.source, at_place.period) as source
    from places
    cross join (select distinct left(period, 4) as year from events_of_year) as years
    left join events_of_year as at_place on at_place.place = places.place
    where is_region(places.place)
    group by years.year, places.place
),
top as (from highest('counts')),
here as (from counts where place = $place),
numbers as (
    select max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(value) as published,
        count(*) as all_regions
    from counts
    having count(*) > 0
)
from mark('counts')
union all
from slots('numbers')
union all
from slots_of('top', 'here')
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when $place is not null then if(value_of('here') is null, 'case.missing', 'case.here')
        when (select count(*) from counts where value = value_of('top')) = 1 then 'case.top'
        else 'case.named'
    end
)
order by role desc, value desc nulls last, place, series
