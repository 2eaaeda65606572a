-- In which sections were most people affected by the Bureau? One row is one section named in the newest year.
with known as (from official(['bns_affected'], $period) where place = 'KZ' and sector <> '_T'),
shown as (from newest('known')),
top as (from highest('shown')),
own as (from shown where is_of_sector(sector, $sector)),
here as (from highest('own'))
from mark('shown')
union all
from slot('top')
union all
from slot('here')
union all
from asked(null, $sector)
union all
from chosen(case when nothing_in('top') then 'case.none' when exists (from here) then 'case.here' when $sector is not null then 'case.missing' else 'case.top' end)
order by role desc, value desc nulls last, sector, series
