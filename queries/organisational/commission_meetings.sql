-- How often did tripartite commissions meet at each level, this year and the year before? One row: one level in one of the two newest years.
with known as (
    select * replace (if(measure = 'republican_commission_meetings', 'republican_commission', replace(measure, '_meetings', 's')) as series)
    from printed(['republican_commission_meetings', 'regional_commission_meetings', 'sectoral_commission_meetings'], $period)
    where place = country() and sector = '_T' and series = '_T'
),
years as (from last_two('known'))
from mark('years')
union all
from slots_of_two_periods('known')
union all
from chosen(change_or_single('years'))
order by role desc, list_position(['regional_commissions', 'sectoral_commissions', 'republican_commission'], series), period
