-- How many strikes of the same year do {@us.en} and the Ministry of Labour count? One row is one body’s count for the newest year that both have; the two are kept apart, never added.
with known as (
    select * replace ('fprk' as series) from printed(['strikes'], $period) where place = country() and sector = '_T' and series = '_T'
    union all
    select * replace ('ministry' as series) from official(['strikes_ministry'], $period) where place = country() and sector = '_T'
),
counts as (from newest_of_several('known')),
drawn as (select * replace (series || '_count' as series) from counts)
from mark('drawn')
union all
from slots_by_series('counts')
union all
from chosen(case (select count(distinct value) from counts) when 0 then 'case.none' when 1 then 'case.agree' else 'case.differ' end)
order by role desc, value desc, series
