-- Do young women or young men more often neither work nor study, in the country and in the picked region? One row is one sex in one place and year.
-- The country's lines have names of their own beside those of a picked region.
with known as (
    from reported(['neet_rate'], $period)
    where sector = '_T' and sex in ('F', 'M') and age = 'Y15-24' and length(period) = 4 and place in (country(), $place)
),
-- A few cells of single regions are missing: the newest year with both sexes counts.
pairs as (from gap_of_women_and_men('known')),
places_newest as (select period, place, sector, women, men, status, source from newest_of_each('pairs')),
here as (
    select period, place, sector, women as here_women, men as here_men, status, source from places_newest where place = $place and place <> country()
),
-- Beside a region the country of the same year.
country as (
    select period, place, sector, women, men, status, source
    from pairs
    where place = country() and period = coalesce((select period from here), (select max(period) from pairs where place = country()))
),
lines as (
    select * replace (if(sex = 'F', 'young_women', 'young_men') || if(place = country() and exists (from here), '_country', '') as series)
    from known
)
from mark('lines')
union all
from slots('country')
union all
from slots('here')
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('country') then 'case.none'
        when exists (from here) then 'case.here'
        when $place <> country() then 'case.missing'
        when exists (from country where round(women, 1) > round(men, 1)) then 'case.women'
        when exists (from country where round(women, 1) < round(men, 1)) then 'case.men'
        else 'case.equal'
    end
)
order by role desc, place = country(), series desc, period
