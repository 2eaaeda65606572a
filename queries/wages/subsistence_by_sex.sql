-- How much do men and women need by the Bureau's computed minimum? One row is one group in one of the two newest years.
with known as (from reported(['subsistence_minimum_august'], $period) where place = country() and sector = '_T'),
shown as (from last_two('known')),
now as (from newest('shown'))
from mark('shown', ['sex'])
union all by name
from told_of_women_and_men('now')
order by role desc, sex, period
