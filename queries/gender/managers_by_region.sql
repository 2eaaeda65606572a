-- In which regions are most managers women? One mark is one region in the newest year with regions; a region that is not published has no value.
with known as (from official_by_sex(['women_managers_share'], $period) where sector = '_T' and sex = 'F'),
today as (from known qualify period = max(period) filter (where place <> country()) over ()),
ranked as (select *, rank() over (order by value desc) as rank, rank() over (order by value) as rank_low from today where place <> country()),
unpublished as (
    select max(today.period) as period, places.place, '_T' as sector, '_T' as series, null as value, null as status, null as source
    from places cross join today
    where is_region(places.place) and places.place not in (select place from today)
    group by places.place
),
country as (from today where place = country()),
top as (from highest('ranked')),
bottom as (from lowest('ranked')),
-- Regions that share a place are not named alone.
sums as (
    select
        period, country() as place, '_T' as sector, max(status) as status, max(source) as source,
        count(*) as published, (select count(*) from places where is_region(place)) as regions,
        count(*) filter (where rank = 1) as highest, count(*) filter (where rank_low = 1) as lowest
    from ranked
    group by period
),
here as (from ranked where place = $place),
missing as (from missing_region('ranked', $place))
from mark('today')
union all
from mark('unpublished')
union all
from slots_of('top', 'bottom', 'country', 'here')
union all
select 'finding', period, place, sector, 'rank', rank, status, source from here
union all
from slots('sums')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when exists (from here) and exists (from sums where published = regions) then 'case.here_ranked'
        when exists (from here) then 'case.here'
        when exists (from missing) then 'case.missing'
        when exists (from sums where highest = 1 and lowest = 1) then 'case.top'
        when exists (from sums where highest = 1) then 'case.top_shared_low'
        else 'case.range'
    end
)
order by role desc, value desc nulls last, place, series
