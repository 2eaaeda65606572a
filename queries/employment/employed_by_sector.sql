-- In which sections of the economy do people work, and how many did in the first year? One row is one section in the newest or the first year.
-- Industry as a whole (B-E) is left out: its parts are shown. Several sections of a picked sector are told as a span.
with known as (from official(['employed'], $period) where place = country() and sector <> 'B-E' and length(period) = 4),
sections as (from known where sector <> '_T'),
latest as (from newest('sections')),
start as (from first('sections')),
country as (from (from known where sector = '_T') semi join latest using (period) order by source limit 1),
top as (from highest('latest')),
picked as (from nearest_sections('latest', $sector)),
own as (from picked where sections = 1),
here as (from highest('picked')),
here_bottom as (from lowest('picked')),
first as (from start semi join own using (sector)),
rise as (select rise_or_fall(here.value, first.value, decimals := 0) as name from here left join first on true)
from mark('latest')
union all
from mark('start')
union all
from slots_of('top', 'here', 'here_bottom', 'first')
union all
from share('top_share', 'top', 'country')
union all
from share('share', 'here', 'country')
union all
select chosen.*
from (select 1)
left join top on true
left join here on true
left join rise on true
cross join lateral (
    from chosen(
        case
            when top.value is null then 'case.none'
            when here.value is null then 'case.top'
            when here.sections > 1 then 'case.sections'
            when here.shared and rise.name <> 'case.single' then 'case.wider'
            else rise.name
        end
    )
) as chosen
order by role desc, period desc nulls last, value desc nulls last, sector, series
