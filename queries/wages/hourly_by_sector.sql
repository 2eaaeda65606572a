-- Where is an hour paid well, where badly? One row is one section of the economy in the newest year with all sections.
-- The source gives industry only as a whole (B-E). A section that other union sectors share is told without a rank, several sections as a span.
with known as (from official(['hourly_earnings'], $period) where place = country() and length(period) = 4),
shown as (from known qualify period = max(period) filter (where sector <> '_T') over ()),
ranked as (select *, rank() over (order by value desc) as rank, count(*) over () as published from shown where sector <> '_T'),
country as (from shown where sector = '_T'),
top as (from highest('ranked')),
bottom as (from lowest('ranked')),
picked as (from nearest_sections('ranked', $sector)),
here as (from highest('picked')),
here_bottom as (from lowest('picked')),
place_among as (select period, place, sector, status, source, rank from here where sections = 1 and not shared),
size as (select period, place, '_T' as sector, status, source, published from top)
from mark('shown')
union all
from slots_of('top', 'bottom', 'here', 'here_bottom', 'country')
union all
from slots('place_among')
union all
from slots('size')
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when nothing_in('picked') then 'case.top'
        when exists (from here where sections > 1) then 'case.sections'
        when exists (from here where shared) then 'case.wider'
        else 'case.section'
    end
)
order by role desc, value desc nulls last, sector, series
