-- In which regions did conciliation commissions decide for workers, and how did the total change? One row is one region that the report names, largest first; a
-- picked one that it does not name has zero if the named ones make up the total, else no value.
with known as (from printed(['conciliation_decisions'], $period) where sector = '_T' and series = '_T'),
total as (from known where place = country()),
now as (from newest('total')),
last_but_one as (from last_but_one('total'))
from named_regions('known', $place, instead := if(value_of('now') > value_of('last_but_one'), 'case.rose', null))
union all
from slot('last_but_one')
order by role desc, value desc nulls last, place, series
