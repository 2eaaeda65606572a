-- How far apart are young women and young men who neither work nor study, region by region? One row is one sex in one region in the newest year with most regions;
-- gap = difference in per cent of the higher of the two, negative where the share of men is higher.
with known as (
    from reported(['neet_rate'], $period)
    where sector = '_T' and sex in ('F', 'M') and age = 'Y15-24' and length(period) = 4 and (place = 'KZ' or is_region(place))
),
pairs as (from gap_of_women_and_men('known') where women > 0),
-- 2015 to 2017 know fifteen of today's regions; in some years a cell of single regions is missing.
years as (from pairs where place <> 'KZ' qualify count(*) over (partition by period) >= 14),
regions as (select *, 100.0 * (women - men) / greatest(women, men) as gap from newest('years')),
country as (
    select *, 100.0 * (women - men) / greatest(women, men) as gap from pairs where place = 'KZ' and period in (select period from regions)
),
lines as (
    select * replace ('young_women' as series, women as value) from (from country union all from regions)
    union all
    select * replace ('young_men' as series, men as value) from (from country union all from regions)
),
top as (from regions order by gap desc, place limit 1),
here as (from regions where place = $place),
named as (select *, 'top' as whose from top union all select *, 'here' from here),
missing as (from missing_region('regions', $place)),
numbers as (
    select max(period) as period, 'KZ' as place, '_T' as sector, 'final' as status, max(source) as source, count(*) as regions, count(*) filter (where gap > 0) as more_women
    from regions
    having count(*) > 0
),
told as (
    from slots('numbers')
    union all
    select 'finding', period, place, sector, 'women', women, status, source from country
    union all
    select 'finding', period, place, sector, 'men', men, status, source from country
    union all
    select 'finding', period, place, sector, whose || '_women', women, status, source from named
    union all
    select 'finding', period, place, sector, whose || '_men', men, status, source from named
)
from mark('lines', ['gap'])
union all by name
from told
union all by name
from slot('asked', 'missing')
union all by name
from chosen_by_pick('country', 'here', 'missing')
order by role desc, gap desc nulls last, place, series desc
