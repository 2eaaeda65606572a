-- How did unemployment among people aged 29 to 34 develop in the country and in the picked region?
-- One row is one place in one year. Turkistan Region and Shymkent see the former South {@country.en} beside them, as a line of its own.
with line as (
    from official_by_age(['youth_unemployment_rate'], $period)
    where sector = '_T' and age = 'Y29-34' and length(period) = 4
        and (place in (country(), $place) or place in (select predecessor from places where place = $place and predecessor like country() || '-X-%'))
),
-- Only the year before is told, and only within one definition. A fall that a check doubts, in most regions at once, is told as such.
country as (from line where place = country()),
compared as (from since_last_break('country', ['youth_unemployment_rate'])),
earlier as (from year_before('compared')),
newest_year as (from newest('country')),
doubt as (from doubted('newest_year', 'youth_unemployment_rate', of_age := 'Y29-34')),
-- In how many regions the rate is lower than a year before, of how many that have both years.
everywhere as (from official_by_age(['youth_unemployment_rate'], $period) where sector = '_T' and age = 'Y29-34' and is_region(place)),
steps as (
    select now.period, now.value < earlier.value as lower
    from everywhere as now
    join everywhere as earlier on earlier.place = now.place and earlier.period = a_year_before(now.period)
    where now.period in (select period from doubt)
),
spread as (
    select period, country() as place, '_T' as sector, 'final' as status, null as source, count(*) filter (where lower) as lower, count(*) as compared
    from steps
    group by period
),
line_told as (from told_of_line('line', $place, 'year_before', 'earlier', decimals := 1))
from mark('line')
union all
select * replace (
    case
        when nothing_in('doubt') then series
        when series in ('case.rose', 'case.fell') then 'case.doubted'
        when series = 'case.here' then 'case.here_doubted'
        else series
    end as series
)
from line_told
union all
from slots('spread')
order by role desc, place <> country(), place, period
