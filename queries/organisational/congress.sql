-- Who came to the XXVII Congress? One row: all participants, delegates, guests from abroad.
with known as (from printed(['congress_persons', 'congress_countries'], $period) where place = country()),
persons as (from known where measure = 'congress_persons' and sector = '_T'),
people as (from newest('persons')),
countries as (from known where measure = 'congress_countries' and period in (select period from people))
from mark('people')
union all
from slots_by_series('people')
union all
from slot('countries')
union all
from chosen(if((select count(*) from people) = 3, 'case.found', 'case.none'))
order by role desc, value desc, series
