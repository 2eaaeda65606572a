-- What share of large and medium enterprises was covered by collective bargaining, year by year (SDG indicator)? One row is one year.
with line as (from official(['collective_bargaining_coverage'], $period) where place = country() and sector = '_T'),
-- A growth is told only within one kind of numbers.
alike as (from since_last_break('line', ['collective_bargaining_coverage'])),
now as (from newest('line')),
earlier as (from last_but_one('line')),
start as (from first('alike'))
from mark('line')
union all
from slot('now')
union all
from slot('last_but_one', 'earlier')
union all
from slot('first', 'start')
union all
from chosen(
    case
        when exists (from now where list_contains(breaks_of(['collective_bargaining_coverage'], country()), period)) then 'case.break'
        else rise_or_fall(value_of('now'), value_of('start'), decimals := 1)
    end
)
order by role desc, period
