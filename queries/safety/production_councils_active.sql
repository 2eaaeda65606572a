-- How many production councils are in operation, by year? One mark is one year in the country; years that are not published are missing, not zero. Numbers of
-- different publishers are not compared: the one before the break is told apart.
with line as (from reported(['production_councils'], $period) where place = 'KZ' and sector = '_T'),
comparable as (from since_last_break('line', ['production_councils'])),
before_break as (from line anti join comparable using (period)),
now as (from newest('comparable')),
last_but_one as (from last_but_one('comparable')),
older as (from newest('before_break'))
from mark('line')
union all
from slots_of('now', 'last_but_one', 'older')
union all
from chosen(
    case
        when exists (from older) and nothing_in('last_but_one') then 'case.source_changed'
        else rise_or_fall(value_of('now'), value_of('last_but_one'))
    end
)
order by role desc, period
