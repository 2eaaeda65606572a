-- Which numbers of young members did FPRK give, and when? One row is one publication, in the order of the dates they speak of.
with site as (
    select * replace ('site_january_2021' as series)
    from official_by_age(['fprk_members'], $period)
    where place = 'KZ' and sector = '_T' and age = 'Y_LT35' and period = '2021'
),
report as (
    select * replace ('report_for_2025' as series)
    from printed(['fprk_members'], $period)
    where place = 'KZ' and sector = '_T' and series = 'under_35' and period = '2025'
)
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
