-- Which changes of injuries and deaths were published without their counts? One row is one published change.
with known as (from official(['bns_deaths_change', 'injuries_change'], $period) where place = country() and sector = '_T'),
of_deaths as (from known where measure = 'bns_deaths_change'),
of_injuries as (from known where measure = 'injuries_change'),
deaths as (from newest('of_deaths')),
injuries as (from newest('of_injuries'))
from mark('known', ['measure'])
union all by name
from slot('deaths')
union all by name
from slot('injuries')
union all by name
from chosen(case when nothing_in('injuries') then 'case.none' when nothing_in('deaths') then 'case.one' else 'case.both' end)
order by role desc, period desc, measure
