-- How much less is an hour of women paid than an hour of men, sector by sector? One row is one sex in one section in the newest year;
-- gap = (men - women) / men, per cent, negative where women are paid more. Several sections of a picked sector are told as a span.
with pay as (from official_by_sex(['hourly_earnings'], $period) where place = country() and length(period) = 4),
gaps as (from gap_of_women_and_men('pay')),
shown as (from gaps qualify period = max(period) filter (where sector <> '_T') over ()),
groups as (
    select * replace ('women' as series, women as value), value as gap from shown
    union all
    select * replace ('men' as series, men as value), value as gap from shown
),
country as (select * replace (abs(value) as value) from shown where sector = '_T'),
sections as (from shown where sector <> '_T'),
widest as (from highest('sections')),
picked as (from nearest_sections('sections', $sector)),
own as (from picked where sections = 1),
here as (select * replace (abs(value) as value) from own),
here_top as (from highest('picked')),
here_bottom as (from lowest('picked'))
from mark('groups', ['gap'])
union all by name
from slots_of('country', 'widest', 'here', 'here_top', 'here_bottom')
union all by name
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when nothing_in('picked') then 'case.country'
        when nothing_in('own') then 'case.sections'
        when exists (from own where round(value) = 0) then 'case.sector_equal'
        when exists (from own where value < 0) then if((select shared from own), 'case.wider_more', 'case.sector_more')
        when exists (from own where shared) then 'case.wider_less'
        else 'case.sector_less'
    end
)
order by role desc, gap desc nulls last, sector, series desc
