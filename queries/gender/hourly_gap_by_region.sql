-- How large is the gap in hourly pay in each region, and where did it change most? One row is one region in the newest complete year, or earlier in the
-- first one;
-- (men - women) / men, per cent, negative where women are paid more.
with pay as (from official_by_sex(['hourly_earnings'], $period) where sector = '_T' and length(period) = 4),
gaps as (from gap_of_women_and_men('pay')),
-- Sixteen regions were all there were at first, then seventeen; the first year is that in which Turkistan and Shymkent stand apart, as today.
complete as (
    select period, count(*) as regions from gaps where place <> country() group by period having count(*) >= 16
),
today as (from gaps where period = (select max(period) from complete)),
unpublished as (
    select max(today.period) as period, places.place, '_T' as sector, '_T' as series, null as value, null as status, null as source
    from places cross join today
    where is_region(places.place) and places.place not in (select place from today)
    group by places.place
),
start as (from gaps where period = (select min(period) from complete where regions >= 17) and period < (select max(period) from complete)),
-- A region that has since lost a part is not compared with its former borders.
divided as (select predecessor as place from places semi join today using (place) anti join start using (place)),
earlier as (from start semi join today using (place) anti join divided using (place)),
regions as (from today where place <> country()),
-- A gap that turns in favour of women is as wide as before it turned: sizes are compared.
narrowed as (
    select regions.*
    from regions
    join earlier using (place)
    where abs(regions.value) < abs(earlier.value)
    order by abs(regions.value) - abs(earlier.value), place
    limit 1
),
narrowed_first as (from earlier semi join narrowed using (place)),
widest as (from highest('regions')),
country as (from today where place = country()),
here as (from regions where place = $place),
first as (from earlier semi join here using (place)),
missing as (from missing_region('today', $place)),
since_first as (from gaps where period >= (select min(period) from start)),
line_of_narrowed as (from since_first semi join narrowed using (place)),
line_of_here as (from since_first semi join first using (place)),
narrowed_turn as (from turning_point('line_of_narrowed')),
here_turn as (from turning_point('line_of_here'))
from mark('today')
union all
from mark('unpublished')
union all
from mark('earlier')
union all
from slots_of('narrowed', 'narrowed_first', 'narrowed_turn', 'widest', 'country')
union all
from slots_of('here', 'first', 'here_turn')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when nothing_in('today') then 'case.none'
        when exists (from first) and exists (from here_turn) then 'case.here_turned'
        when exists (from first) then 'case.here_change'
        when exists (from here) then 'case.here'
        when exists (from missing) then 'case.missing'
        when exists (from narrowed_turn) then 'case.narrowed_turned'
        when exists (from narrowed) then 'case.narrowed'
        else 'case.widest'
    end
)
order by role desc, period desc, value desc nulls last, place
