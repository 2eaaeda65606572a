-- Are those who turn to the Legal Clinic union members? One row is members or non-members in one year, with its share of both.
with known as (from printed(['applicants'], $period) where place = country() and sector = '_T' and series in ('members', 'non_members')),
parts as (from parts_of('known')),
numbers as (
    select period, place, sector, max(status) as status, max(source) as source, sum(value) as total, max(share) filter (where series = 'members') as members_share
    from newest('parts')
    group by period, place, sector
),
changes as (from change_of_each('known'))
from mark('parts', ['share'])
union all by name
from slots('numbers')
union all by name
from slots_of_two_periods('known')
union all by name
from chosen(
    case
        when (select bool_and(if(series = 'members', value > 0, value < 0)) from changes) then 'case.apart'
        else change_or_single('known')
    end
)
order by role desc, period desc, series
