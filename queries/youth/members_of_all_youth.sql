-- How many of the country's young people are members of {@us.en} unions? One row is one part of the young population of the year, in thousands;
-- share = per cent of all. Members are those under 35, the population is that of 14 to 34 years.
-- A number of members that was the same years before is told as such.
with counted as (from printed(['fprk_members'], $period) where place = country() and sector = '_T' and series = 'under_35'),
everyone as (from official_by_age(['youth_population'], $period) where place = country() and sector = '_T' and age = 'Y14-34' and value > 0),
years as (select counted.* replace ('young_fprk_members' as series, counted.value / 1000.0 as value) from counted semi join everyone using (period)),
members as (from newest('years')),
residents as (from everyone where period in (select period from members)),
others as (select residents.* replace ('other_young_residents' as series, residents.value - members.value as value) from residents cross join members),
parts as (from members union all by name from others),
shares as (from parts_of('parts')),
-- The site's number of an earlier year, if it is the same to the last person.
same_before as (
    from official_by_age(['fprk_members'], $period)
    where place = country() and sector = '_T' and age = 'Y_LT35'
        and period < (select period from members) and value in (select value from counted semi join members using (period))
    order by period
    limit 1
)
from mark('shares', ['share'])
union all by name
from slots_of('members', 'residents', 'same_before')
union all by name
from share('share', 'members', 'residents')
union all by name
from chosen(case when nothing_in('members') then 'case.none' when exists (from same_before) then 'case.same_before' else 'case.found' end)
order by role desc, value, series
