-- At what age are most managers women, now and in the first year? One row is one age group in the newest year or in the first.
with known as (
    from reported(['women_managers_share'], $period) where place = 'KZ' and sector = '_T' and sex = 'F' and age not in ('_T', '_Z')
),
today as (from newest('known')),
start as (from first('known')),
-- The oldest group jumps from year to year and is left out of the sentence.
steady as (from today where age <> 'Y_GE65'),
top as (from steady order by value desc, age limit 1),
bottom as (from steady order by value, age limit 1)
from mark('today', ['age'])
union all by name
from mark('start', ['age'])
union all by name
from slot('top')
union all by name
from slot('bottom')
union all by name
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when exists (from top where age = 'Y45-54') then 'case.mature'
        else 'case.range'
    end
)
order by role desc, period desc, replace(age, 'Y_GE65', 'Y99'), series
