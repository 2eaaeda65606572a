-- Which share of the injured does a sector have since the beginning of the year? One row is one sector up to one month. The sentence takes the longest span of
-- the newest year.
with known as (
    select * replace (counted_to(note, measure) as series)
    from reported(['ministry_sector_share_ytd'], $period)
    where place = country() and sector <> '_T'
),
longest as (from longest_span('known')),
mining as (from longest where sector = 'MMC'),
building as (from longest where sector = 'F'),
own as (from nearest_sections('longest', $sector)),
here as (from highest('own')),
until as (
    select * replace (coalesce(end_of_span(series, period), period) as period) from longest order by sector limit 1
)
from mark('known')
union all
from slots_of('mining', 'building', 'here', 'until')
union all
from asked(null, $sector)
union all
from chosen(
    case
        when nothing_in('mining') or nothing_in('building') then 'case.none'
        when exists (from here) then 'case.here'
        when $sector is not null then 'case.missing'
        else 'case.found'
    end
)
order by role desc, sector desc, period desc, in_order_of_months(series)
