-- How far apart are young women and young men who neither work nor study, region by region?
-- One row is one sex in one region in the newest year with most regions; gap = women - men in percentage points, negative where the share of men is higher.
with known as (
    from reported(['neet_rate'], $period)
    where sector = '_T' and sex in ('F', 'M') and age = 'Y15-24' and length(period) = 4 and (place = country() or is_region(place))
),
pairs as (
    select women.* exclude (value), women.value as women, men.value as men, women.value - men.value as gap
    from known as women
    join known as men using (measure, period, place, sector, series)
    where women.sex = 'F' and men.sex = 'M'
),
-- The first years know fifteen of today's regions; in some years a cell of single regions is missing.
years as (from pairs where place <> country() qualify count(*) over (partition by period) >= 14),
regions as (from newest('years')),
country as (from pairs where place = country() and period in (select period from regions)),
lines as (
    select * replace ('young_women' as series), women as value from (from country union all from regions)
    union all
    select * replace ('young_men' as series), men as value from (from country union all from regions)
),
top as (from regions order by gap desc, place limit 1),
here as (from regions where place = $place),
named as (select *, 'top' as whose from top union all select *, 'here' from here),
missing as (select period, place, sector, series, value, status, source from missing_region('regions', $place)),
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(*) as regions,
        count(*) filter (where gap > 0) as more_women
    from regions
    having count(*) > 0
)
from mark('lines', ['gap'])
union all by name
from slots('numbers')
union all by name
select 'finding' as role, period, place, sector, 'women' as series, women as value, status, source from country
union all by name
select 'finding' as role, period, place, sector, 'men' as series, men as value, status, source from country
union all by name
select 'finding' as role, period, place, sector, whose || '_women' as series, women as value, status, source from named
union all by name
select 'finding' as role, period, place, sector, whose || '_men' as series, men as value, status, source from named
union all by name
select 'finding' as role, period, place, sector, whose || '_points' as series, abs(gap) as value, status, source from named
union all by name
from slot('asked', 'missing')
union all by name
from chosen(
    case
        when nothing_in('numbers') then 'case.none'
        when exists (from here) then 'case.here'
        when exists (from missing) then 'case.missing'
        else 'case.top'
    end
)
order by role desc, gap desc nulls last, place, series desc
