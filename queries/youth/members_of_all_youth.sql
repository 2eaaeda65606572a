-- How many of the country's young people are members of FPRK unions? One row is one part of the young population of the year, in thousands;
-- share = per cent of all. Members are those under 35, the population is that of 14 to 34 years.
with young as (from printed(['fprk_members'], $period) where place = 'KZ' and sector = '_T' and series = 'under_35'),
everyone as (from official_by_age(['youth_population'], $period) where place = 'KZ' and sector = '_T' and age = 'Y14-34' and value > 0),
years as (select young.* replace ('young_fprk_members' as series, young.value / 1000.0 as value) from young semi join everyone using (period)),
members as (from newest('years')),
residents as (from everyone where period in (select period from members)),
others as (select residents.* replace ('other_young_residents' as series, residents.value - members.value as value) from residents cross join members),
parts as (from members union all by name from others),
shares as (from parts_of('parts'))
from mark('shares', ['share'])
union all by name
from slots_of('members', 'residents')
union all by name
from share('share', 'members', 'residents')
union all by name
from chosen(found_or_none('members'))
order by role desc, value, series
