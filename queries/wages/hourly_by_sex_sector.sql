-- How much less is an hour of women paid than an hour of men, sector by sector? One row is one sex in one section in the newest year;
-- gap = (men - women) / men, per cent, negative where women are paid more.
with pay as (from official_by_sex(['hourly_earnings'], $period) where place = 'KZ' and length(period) = 4),
gaps as (from gap_of_women_and_men('pay')),
shown as (from gaps qualify period = max(period) filter (where sector <> '_T') over ()),
groups as (
    select * replace ('women' as series, women as value), value as gap from shown
    union all
    select * replace ('men' as series, men as value), value as gap from shown
),
country as (select * replace (abs(value) as value) from shown where sector = '_T'),
widest as (select * replace (abs(value) as value) from shown where sector <> '_T' order by shown.value desc, sector limit 1),
-- Of several sections the one with the widest gap, in either direction.
own as (from shown where is_of_sector(sector, $sector) order by abs(value) desc, sector limit 1),
here as (select * replace (abs(value) as value) from own)
from mark('groups', ['gap'])
union all by name
from slot('country')
union all by name
from slot('widest')
union all by name
from slot('here')
union all by name
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when exists (from own where round(value) > 0) then 'case.sector_less'
        when exists (from own where round(value) < 0) then 'case.sector_more'
        when exists (from own) then 'case.sector_equal'
        else 'case.country'
    end
)
order by role desc, gap desc nulls last, sector, series desc
