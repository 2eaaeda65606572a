-- How large is the gap in hourly pay in each sector, and where did it change most? One row is one section in the newest year or in the first;
-- (men - women) / men, per cent, negative where women are paid more.
with pay as (from official_by_sex(['hourly_earnings'], $period) where place = country() and length(period) = 4),
gaps as (from gap_of_women_and_men('pay')),
sections as (from gaps where sector <> '_T'),
today as (from gaps where period = (select max(period) from sections)),
start as (from gaps where period = (select min(period) from sections) and period < (select max(period) from sections)),
earlier as (from start semi join today using (sector)),
-- A gap that turns in favour of women is as wide as before it turned: sizes are compared.
moves as (
    select today.*, earlier.period as since, abs(today.value) - abs(earlier.value) as change
    from today
    join earlier using (sector)
    where today.sector <> '_T'
),
fewer as (
    select max(since) as period, country() as place, '_T' as sector, count(*) filter (where change < 0) as value, max(status) as status, max(source) as source
    from moves
    having count(*) > 0
),
sections_compared as (select * replace (cast((select count(*) from moves) as double) as value) from fewer),
widened as (from moves where change > 0 order by change desc, sector limit 1),
widened_first as (from earlier semi join widened using (sector)),
widest as (from today where sector <> '_T' order by value desc, sector limit 1),
country as (from today where sector = '_T'),
of_picked as (from nearest_sections('today', $sector)),
here as (from of_picked where sections = 1),
low as (from lowest('of_picked')),
high as (from highest('of_picked')),
parts as (select high.* replace (cast(sections as double) as value) from high),
first as (from earlier semi join here using (sector)),
line_of_widened as (from gaps semi join widened using (sector)),
line_of_here as (from gaps semi join here using (sector)),
widened_turn as (from turning_point('line_of_widened')),
here_turn as (from turning_point('line_of_here'))
from mark('today')
union all
from mark('earlier')
union all
from slot('fewer')
union all
from slot('sections', 'sections_compared')
union all
from slots_of('widened', 'widened_first', 'widened_turn', 'widest', 'country')
union all
from slots_of('here', 'first', 'here_turn')
union all
from slots_of('low', 'high', 'parts')
union all
from asked(null, $sector)
union all
from chosen(
    case
        when nothing_in('today') then 'case.none'
        when (select value from parts) > 1 then 'case.here_several'
        when exists (from first) and exists (from here_turn) then 'case.here_turned'
        when exists (from first) then 'case.here_change'
        when exists (from here) then 'case.here'
        when exists (from widened_turn) then 'case.moves_turned'
        when exists (from widened) then 'case.moves'
        else 'case.widest'
    end
)
order by role desc, period desc, value desc nulls last, sector
