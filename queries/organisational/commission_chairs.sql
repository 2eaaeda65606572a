-- Who chaired the meetings of regional tripartite commissions, this year and the year before?
-- One row: one kind of chair in one year with its share; what no printed kind covers is shown as the rest of the total.
with known as (from printed(['regional_commission_meetings'], $period) where place = country() and sector = '_T'),
years as (from last_two('known')),
kinds as (from years where series <> '_T'),
rest as (
    select years.* replace ('chair_not_printed' as series, years.value - named.value as value)
    from years
    join (select period, sum(value) as value from kinds group by period) as named using (period)
    where years.series = '_T' and years.value > named.value
),
parts as (from kinds union all from rest),
shares as (from parts_of('parts')),
led as (select * replace (share as value) from newest('shares') where series = 'union_led'),
total as (from newest('years') where series = '_T'),
deputies as (from newest('years') where series = 'deputy_led')
from mark('shares', ['share'])
union all by name
from slots_of_two_periods('kinds')
union all by name
from slot('share', 'led')
union all by name
from slot('total')
union all by name
from chosen(
    case when nothing_in('led') then 'case.none' when exists (from deputies) and exists (from total) then 'case.three' else change_or_single('kinds') end
)
order by role desc, period desc, list_position(['union_led', 'akim_led', 'chair_not_printed'], series), series
