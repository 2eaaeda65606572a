-- How many appeals considered were individual and how many collective? One row is one of the two in one year, with its share of both.
with known as (from printed(['appeals_considered'], $period) where place = country() and sector = '_T' and series in ('individual', 'collective')),
parts as (from parts_of('known')),
numbers as (
    select period, place, sector, max(status) as status, max(source) as source, sum(value) as total, max(share) filter (where series = 'individual') as individual_share
    from newest('parts')
    group by period, place, sector
)
from mark('parts', ['share'])
union all by name
from slots('numbers')
union all by name
from slots_of_two_periods('known')
union all by name
from chosen(change_or_single('known'))
order by role desc, period desc, series desc
