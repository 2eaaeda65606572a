-- Which numbers of young members did {@us.en} give, and when? One row is one publication, in the order of the dates they speak of.
with on_site as (from official_by_age(['fprk_members'], $period) where place = country() and sector = '_T' and age = 'Y_LT35'),
in_report as (from printed(['fprk_members'], $period) where place = country() and sector = '_T' and series = 'under_35'),
site as (select * replace ('young_on_site' as series) from newest('on_site')),
report as (select * replace ('young_in_report' as series) from newest('in_report'))
from mark('site')
union all
from mark('report')
union all
from slots_of('site', 'report')
union all
from chosen(
    case
        when nothing_in('site') then 'case.none'
        when nothing_in('report') then 'case.site'
        when value_of('site') = value_of('report') then 'case.same'
        else 'case.differ'
    end
)
order by role desc, period
