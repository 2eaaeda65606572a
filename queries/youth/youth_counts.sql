-- How many young people are there, and how many of them are out of work? One row is one count in its newest period; the age limits differ.
with known as (
    select * replace (case measure when 'youth_population' then 'young_residents' when 'neet_persons' then 'young_neet' else 'young_unemployed' end as series)
    from official_by_age(['youth_population', 'neet_persons', 'youth_unemployed'], $period)
    where place = country() and sector = '_T'
),
counts as (from newest_of_each('known'))
from mark('counts')
union all
from slots_by_series('counts')
union all
from chosen(['case.none', 'case.idle', 'case.out_of_work', 'case.all'][1 + (select count(*) from counts)])
order by role desc, value desc nulls last, series
