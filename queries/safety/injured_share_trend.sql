-- How did the shares of the sectors known for at least three years among people hurt at work move by the Bureau? One mark is one sector in one year. Of a
-- picked sector that is made of several sections each is told.
with known as (from official(['injured_share_by_sector'], $period) where place = country() and sector <> '_T'),
line as (from known qualify count(*) over (partition by sector) > 2),
ends as (from newest_of_each('line')),
own as (from nearest_sections('ends', $sector)),
told as (from own union all by name (from ends where not exists (from own))),
now as (from highest('told')),
least as (from lowest('own')),
of_now as (select line.* from line join now using (sector)),
start as (from first('of_now'))
from mark('line')
union all
from slot('now')
union all
from slot('first', 'start')
union all
from slot('least')
union all
from asked(null, $sector)
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when $sector is not null and nothing_in('own') then 'case.unpublished'
        when (select count(*) from own) > 1 then 'case.each'
        else 'case.moved'
    end
)
order by role desc, sector, period
