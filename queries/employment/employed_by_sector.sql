-- In which sections of the economy do people work, and how many did in the first year? One row is one section in the newest or the first year.
-- Industry as a whole (B-E) is left out: its parts are shown. Of a union sector with several sections the largest is told.
with known as (from official(['employed'], $period) where place = 'KZ' and sector <> 'B-E' and length(period) = 4),
sections as (from known where sector <> '_T'),
latest as (from newest('sections')),
start as (from first('sections')),
country as (from (from known where sector = '_T') semi join latest using (period) order by source limit 1),
top as (from highest('latest')),
own as (from latest where is_of_sector(sector, $sector)),
here as (from highest('own')),
first as (from start semi join here using (sector))
from mark('latest')
union all
from mark('start')
union all
from slot('top')
union all
from share('top_share', 'top', 'country')
union all
from slot('here')
union all
from slot('first')
union all
select * replace (abs(value) as value) from difference_pct('change_pct', 'here', 'first')
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when nothing_in('here') then 'case.top'
        when nothing_in('first') then 'case.single'
        when value_of('here') >= value_of('first') then 'case.rose'
        else 'case.fell'
    end
)
order by role desc, period desc nulls last, value desc nulls last, sector, series
