-- Where is an hour paid well, where badly? One row is one section of the economy in the newest year with all sections.
-- The source gives industry only as a whole (B-E). A picked union sector may cover several sections.
with known as (from official(['hourly_earnings'], $period) where place = 'KZ' and length(period) = 4),
shown as (from known qualify period = max(period) filter (where sector <> '_T') over ()),
ranked as (select *, rank() over (order by value desc) as rank, count(*) over () as published from shown where sector <> '_T'),
country as (from shown where sector = '_T'),
top as (from highest('ranked')),
bottom as (from lowest('ranked')),
picked as (from ranked where is_of_sector(sector, $sector)),
here as (from highest('picked')),
here_bottom as (from lowest('picked')),
place_among as (select period, place, sector, status, source, rank, published from here)
from mark('shown')
union all
from slot('top')
union all
from slot('bottom')
union all
from slot('here')
union all
from slot('here_bottom')
union all
from slots('place_among')
union all
from slot('country')
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when nothing_in('picked') then 'case.top'
        when (select count(*) from picked) = 1 then 'case.section'
        else 'case.sections'
    end
)
order by role desc, value desc nulls last, sector, series
