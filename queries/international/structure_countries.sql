-- In how many countries does each structure have members? One row is one structure in the newest year published for it; a document of the unions comes before the structure’s own page.
with shown as (select * replace ('_Z' as place, '_T' as series) from newest_of_each_structure(['org_countries'], $period)),
top as (from highest('shown')),
structures_shown as (select top.* replace ((select count(*) from shown) as value) from top)
from mark('shown')
union all
from slot('top')
union all
from slot('structures', 'structures_shown')
union all
from chosen(if(exists (from top), 'case.top', 'case.none'))
order by role desc, value desc nulls last, sector, series
