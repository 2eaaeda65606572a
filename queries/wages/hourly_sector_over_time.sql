-- How did hourly pay develop in the country and in the picked sector (nothing picked: in the best and the worst paid section)?
-- One row is one section in one year. Several sections of a picked sector are told as a span.
with known as (from official(['hourly_earnings'], $period) where place = country() and length(period) = 4),
sections as (from known where sector <> '_T'),
latest as (from newest('sections')),
start as (from first('sections')),
picked as (from nearest_sections('latest', $sector)),
told as (
    select sector from picked
    union all
    select sector from highest('latest') where nothing_in('picked')
    union all
    select sector from lowest('latest') where nothing_in('picked')
),
line as (from known where period in (select period from sections) and (sector = '_T' or sector in (select sector from told))),
now as (from (from known where sector = '_T') semi join latest using (period)),
first as (from (from known where sector = '_T') semi join start using (period)),
-- Growth of each picked section since the first year.
growth as (
    select picked.* replace (100.0 * (picked.value - start.value) / start.value as value)
    from picked
    join start using (sector)
),
sector_pct as (from highest('growth')),
sector_pct_bottom as (from lowest('growth'))
from mark('line')
union all
from slots_of('now', 'first', 'sector_pct', 'sector_pct_bottom')
union all
from difference_pct('country_pct', 'now', 'first')
union all
from chosen(
    case
        when nothing_in('latest') then 'case.none'
        when nothing_in('start') then 'case.single'
        when nothing_in('growth') then 'case.country'
        when exists (from growth where sections > 1) then 'case.sections'
        when exists (from growth where shared) then 'case.wider'
        else 'case.sector'
    end
)
order by role desc, sector <> '_T', sector, period
