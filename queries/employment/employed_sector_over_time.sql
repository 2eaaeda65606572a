-- How did the number of people working in the sections of a picked union sector develop (nothing picked: where it grew and fell most)?
-- One row is one section in one year. Several sections of a picked sector are told by how many of them grew.
with line as (from official(['employed'], $period) where place = country() and sector <> '_T' and length(period) = 4),
latest as (from newest('line')),
start as (from first('line')),
picked as (from nearest_sections('latest', $sector)),
growth as (select latest.*, latest.value - start.value as gain from latest join start using (sector) where latest.sector <> 'B-E'),
up as (select * replace (gain as value) from growth where nothing_in('picked') and gain > 0 order by gain desc, sector limit 1),
down as (select * replace (-gain as value) from growth where nothing_in('picked') and gain < 0 order by gain, sector limit 1),
now as (from picked where sections = 1),
first as (from start where nothing_in('picked') or sector in (select sector from now) order by sector limit 1),
-- Of several sections: how many there are, and how many of them have more people than in the first year.
several as (
    select
        max(picked.period) as period, country() as place, '_T' as sector, 'final' as status, max(picked.source) as source,
        count(*) as parts, count(*) filter (where picked.value > start.value) as grown, min(start.period) as since
    from picked
    join start using (sector)
    where picked.sections > 1
    having count(*) > 0
),
since as (select * exclude (parts, grown) replace (since as period), '_T' as series, cast(null as double) as value from several),
counts as (select * exclude (since) from several),
top as (from latest where sector <> 'B-E' and (nothing_in('picked') or sector in (select sector from picked)) order by value desc, sector limit 1),
told as (
    select sector from picked
    union
    select sector from up
    union
    select sector from down
    union
    select sector from top where nothing_in('start')
),
shown as (from line semi join told using (sector)),
rise as (select rise_or_fall(now.value, first.value, decimals := 0) as name, now.shared from now left join first on true)
from mark('shown')
union all
from slots_of('up', 'down', 'now', 'first', 'top')
union all
from slot('since')
union all
from slots('counts')
union all
select * replace (abs(value) as value) from difference_pct('change_pct', 'now', 'first')
union all
select chosen.*
from (select 1)
left join top on true
left join rise on true
left join up on true
left join down on true
cross join lateral (
    from chosen(
        case
            when top.value is null then 'case.none'
            when nothing_in('start') then 'case.single'
            when exists (from several) then 'case.sections'
            when rise.shared then 'case.wider'
            when rise.name is not null then rise.name
            when coalesce(down.value, 0) > coalesce(up.value, 0) then 'case.loss'
            else 'case.gain'
        end
    )
) as chosen
order by role desc, sector, period, series
