-- How much less is an hour of women paid than an hour of men, region by region? One row is one sex in one region in the newest complete year;
-- gap = (men - women) / men, per cent, negative where women are paid more.
with pay as (from official_by_sex(['hourly_earnings'], $period) where sector = '_T' and length(period) = 4),
gaps as (from gap_of_women_and_men('pay')),
-- Sixteen regions were a complete set at first; of the newest year only the country is known by sex.
complete as (select period from gaps where place <> country() group by period having count(*) >= 16 order by period desc limit 1),
shown as (from gaps semi join complete using (period)),
groups as (
    select * replace ('women' as series, women as value), value as gap from shown
    union all
    select * replace ('men' as series, men as value), value as gap from shown
),
regions as (from shown where place <> country()),
country as (select * replace (abs(value) as value) from shown where place = country()),
widest as (from highest('regions')),
narrowest as (from lowest('regions')),
reversed as (select * replace (abs(value) as value) from narrowest where round(value) < 0),
own as (from regions where place = $place),
here as (select * replace (abs(value) as value) from own),
missing as (from missing_region('regions', $place))
from mark('groups', ['gap'])
union all by name
from slot('country')
union all by name
from slot('widest')
union all by name
from slot('narrowest')
union all by name
from slot('reversed')
union all by name
from slot('here')
union all by name
from slot('asked', 'missing')
union all by name
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when exists (from own where round(value) > 0) then 'case.less'
        when exists (from own where round(value) < 0) then 'case.more'
        when exists (from own) then 'case.equal'
        when exists (from missing) then 'case.missing'
        when exists (from reversed) then 'case.reversed'
        else 'case.country'
    end
)
order by role desc, gap desc nulls last, place, series desc
