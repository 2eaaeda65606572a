-- How many primary organisations did {@us.en} state over the years? One row is one year.
with line as (from official(['fprk_primary_orgs'], $period) where place = country() and sector = '_T'),
now as (from newest('line')),
start as (from first('line')),
bottom as (from line order by value, period limit 1)
from mark('line')
union all
from slots_of('now', 'bottom')
union all
from slot('first', 'start')
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when nothing_in('start') then 'case.single'
        when value_of('now') < value_of('start') then 'case.fell'
        when value_of('now') > value_of('start') then 'case.rose'
        when value_of('bottom') < value_of('now') then 'case.dip'
        else 'case.same'
    end
)
order by role desc, period
