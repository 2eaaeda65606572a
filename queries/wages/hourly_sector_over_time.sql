-- How did hourly pay develop in the country and in the picked sector (nothing picked: in the best and the worst paid section)?
-- One row is one section in one year; a picked union sector may cover several sections.
with known as (from official(['hourly_earnings'], $period) where place = 'KZ' and length(period) = 4),
sections as (from known where sector <> '_T'),
latest as (from newest('sections')),
picked as (from sections where is_of_sector(sector, $sector)),
told as (
    select sector from picked
    union all
    select sector from highest('latest') where nothing_in('picked')
    union all
    select sector from lowest('latest') where nothing_in('picked')
),
line as (from known where period in (select period from sections) and (sector = '_T' or sector in (select sector from told))),
ends as (from newest('line')),
start as (from first('line')),
now as (from ends where sector = '_T'),
now_first as (from start where sector = '_T'),
best as (from ends where sector <> '_T' and sector in (select sector from start) order by value desc, sector limit 1),
first as (from start semi join best using (sector))
from mark('line')
union all
from slot('now')
union all
from slot('first')
union all
from difference_pct('sector_pct', 'best', 'first')
union all
from difference_pct('country_pct', 'now', 'now_first')
union all
from chosen(
    case
        when nothing_in('latest') then 'case.none'
        when nothing_in('best') then 'case.single'
        when nothing_in('picked') then 'case.country'
        else 'case.sector'
    end
)
order by role desc, sector <> '_T', sector, period
