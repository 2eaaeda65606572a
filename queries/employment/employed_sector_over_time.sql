-- How did the number of people working in the sections of a picked union sector develop (nothing picked: where it grew and fell most)?
-- One row is one section in one year. Industry as a whole (B-E) is told of only if nothing else of the picked sector is.
with line as (from official(['employed'], $period) where place = 'KZ' and sector <> '_T' and length(period) = 4),
picked as (from line where is_of_sector(sector, $sector)),
latest as (from newest('line')),
start as (from first('line')),
growth as (
    select latest.*, latest.value - start.value as gain
    from latest
    join start using (sector)
    where latest.sector <> 'B-E' or not nothing_in('picked')
),
up as (select * replace (gain as value) from growth where nothing_in('picked') and gain > 0 order by gain desc, sector limit 1),
down as (select * replace (-gain as value) from growth where nothing_in('picked') and gain < 0 order by gain, sector limit 1),
here as (from growth semi join picked using (sector) order by sector = 'B-E', value desc, sector limit 1),
first as (from start where sector = coalesce((select sector from here), sector) order by sector limit 1),
top as (from latest where sector <> 'B-E' and (nothing_in('picked') or sector in (select sector from picked)) order by value desc, sector limit 1),
told as (
    select sector from picked
    union
    select sector from up
    union
    select sector from down
    union
    select sector from top where nothing_in('growth')
),
shown as (from line semi join told using (sector))
from mark('shown')
union all
from slot('up')
union all
from slot('down')
union all
from slot('here')
union all
from slot('first')
union all
select * replace (abs(value) as value) from difference_pct('change_pct', 'here', 'first')
union all
from slot('top')
union all
from chosen(
    case
        when nothing_in('line') then 'case.none'
        when nothing_in('growth') then 'case.single'
        when exists (from here where gain >= 0) then 'case.rose'
        when exists (from here) then 'case.fell'
        when coalesce(value_of('down'), 0) > coalesce(value_of('up'), 0) then 'case.loss'
        else 'case.gain'
    end
)
order by role desc, sector, period, series
