-- How did the share of people aged 15 to 24 who neither work nor study develop in the country and in the picked region?
-- One row is one place in one year. Turkistan Region and Shymkent see the former South {@country.en} beside them, as a line of its own.
with line as (
    from official_by_age(['neet_rate'], $period)
    where sector = '_T' and age = 'Y15-24' and length(period) = 4
        and (place in (country(), $place) or place in (select predecessor from places where place = $place and predecessor like country() || '-X-%'))
),
country_line as (from line where place = country()),
now as (from newest('country_line')),
-- If the newest number follows a break, years are compared only before it.
turn as (select list_max(list_filter(breaks_of(['neet_rate'], country(), of_sources := ['sdg_8_6_1']), lambda start: start <= now.period)) as period from now),
compared as (select country_line.* from country_line cross join turn where country_line.period < coalesce(turn.period, '9999')),
last as (from newest('compared')),
peak as (from compared order by value desc, period desc limit 1),
places_newest as (from newest_of_each('line')),
here as (from places_newest where place = $place and place <> country()),
country as (from country_line where period in (select period from here)),
doubt as (from doubted('country', 'neet_rate', of_age := 'Y15-24'))
from mark('line')
union all
from slots_of('now', 'last', 'peak', 'here', 'country')
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when exists (from here) then if(nothing_in('doubt'), 'case.here', 'case.here_doubted')
        when $place <> country() then 'case.missing'
        when exists (from turn where period is not null) then 'case.broken'
        when (select count(*) from country_line) = 1 then 'case.single'
        when exists (from peak semi join now using (period)) then 'case.highest'
        else 'case.below'
    end
)
order by role desc, place <> country(), place, period
