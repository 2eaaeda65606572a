-- What did appeals to the Legal Clinic concern, this year and the year before? One row is one kind of appeal in one of the two newest years.
with known as (from printed(['appeals'], $period) where place = country() and sector = '_T'),
kinds as (from last_two('known') where series <> '_T'),
total as (from known where series = '_T'),
now as (from newest('total')),
labour as (from newest('known') where series = 'labour_relations')
from mark('kinds')
union all
from change_since_last_but_one('total')
union all
from share('labour_share', 'labour', 'now')
order by role desc, series, period
