-- At what age are most managers women, now and in the first year? One row is one age group in the newest year or in the first.
with known as (
    from reported(['women_managers_share'], $period) where place = country() and sector = '_T' and sex = 'F' and age not in ('_T', '_Z')
),
today as (from newest('known')),
comparable as (from since_last_break('known', ['women_managers_share'])),
start as (from first('comparable')),
-- The oldest group jumps from year to year and is left out of the sentence.
steady as (from today where age <> 'Y_GE65'),
top as (from steady order by value desc, age limit 1),
bottom as (from steady order by value, age limit 1)
from mark('today', ['age'])
union all by name
from mark('start', ['age'])
union all by name
select 'finding' as role, period, place, sector, 'top' as series, value, status, source, age from top
union all by name
select 'finding' as role, period, place, sector, 'bottom' as series, value, status, source, age from bottom
union all by name
from chosen(if(nothing_in('top'), 'case.none', 'case.range'))
order by role desc, period desc, replace(age, 'Y_GE65', 'Y99'), series
