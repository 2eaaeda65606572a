-- Which share of the injured does a sector have since the beginning of the year? One row is one sector up to one month.
with known as (
    select * replace (counted_to(note, measure) as series)
    from reported(['ministry_sector_share_ytd'], $period)
    where place = 'KZ' and sector <> '_T'
),
half as (from known where series = 'to_june' qualify row_number() over (partition by sector order by period desc) = 1),
mining as (from half where sector = 'MMC'),
building as (from half where sector = 'F'),
here as (from half where is_of_sector(sector, $sector) order by sector desc limit 1)
from mark('known')
union all
from slot('mining')
union all
from slot('building')
union all
from slot('here')
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
