-- Who took part in the events that explain labour and union law? One row is members or non-members in one year, with its share of both.
with known as (from printed(['legal_outreach_participants'], $period) where place = country() and sector = '_T' and series in ('members', 'non_members')),
parts as (from parts_of('known')),
numbers as (
    select period, place, sector, max(status) as status, max(source) as source, sum(value) as total, max(share) filter (where series = 'members') as members_share
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
order by role desc, period desc, series
