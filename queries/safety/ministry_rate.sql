-- How did the ministry's injury rate change between the two newest years published? One row is one year.
with known as (from official(['injury_rate_ministry'], $period) where place = 'KZ' and sector = '_T'),
line as (from last_two('known')),
now as (from newest('line')),
before as (from last_but_one('line'))
from mark('line')
union all
from slot('now')
union all
from slot('last_but_one', 'before')
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when nothing_in('before') then 'case.single'
        when value_of('now') <= value_of('before') then 'case.fell'
        else 'case.rose'
    end
)
order by role desc, period
