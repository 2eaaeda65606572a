-- Which state awards did union leaders receive?
-- One row: one award in the newest year, with its share of all.
with known as (from printed(['state_awards'], $period) where place = country() and sector = '_T' and series <> '_T'),
awards as (from newest('known')),
shares as (from parts_of('awards')),
together as (from sum_of('awards')),
kinds as (
    select
        period, place, sector, status, source, (select sum(value) from awards where series like 'order_%') as orders,
        (select sum(value) from awards where series like 'medal_%') as medals
    from together
)
from mark('shares', ['share'])
union all by name
from slot('together')
union all by name
from slots('kinds')
union all by name
from chosen(found_or_none('together'))
order by role desc, list_position(['order_parasat', 'order_kurmet'], series) nulls last, series
