-- How many members are there in all if the printed share of young people is right, and how many does {@us.en} name?
-- One row is one total; share = members under 35 in per cent of that total. Nothing here says which total is right.
with known as (from printed(['fprk_members', 'fprk_youth_share'], $period) where place = country() and sector = '_T'),
counts as (from known where measure = 'fprk_members' and series = 'under_35'),
young as (from newest('counts')),
beside as (from known semi join young using (period, source) where series = '_T' and value > 0),
share_printed as (from beside where measure = 'fprk_youth_share'),
everywhere as (from official(['fprk_members'], $period) where place = country() and sector = '_T' and value > 0),
totals as (
    select * replace ('total_in_report' as series) from beside where measure = 'fprk_members'
    union all
    select young.* replace ('total_from_share' as series, 100.0 * young.value / share_printed.value as value, 'as_printed_disputed' as status)
    from young
    cross join share_printed
    union all
    select * replace ('total_elsewhere' as series) from newest('everywhere')
),
shown as (select totals.*, 100.0 * young.value / totals.value as share from totals cross join young),
report as (from shown where series = 'total_in_report'),
share_report as (select * replace (share as value) from report),
implied as (from shown where series = 'total_from_share')
from mark('shown', ['share'])
union all by name
from slots_of('young', 'share_printed', 'implied', 'report', 'share_report')
union all by name
from chosen(
    case
        when nothing_in('share_printed') then 'case.none'
        when nothing_in('report') then 'case.implied'
        when round(value_of('share_report')) = value_of('share_printed') then 'case.agree'
        else 'case.differ'
    end
)
order by role desc, value, series
