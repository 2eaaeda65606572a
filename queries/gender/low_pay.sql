-- What share of women and of men has low pay? One row is one sex in one year.
with line as (from official_by_sex(['low_pay_share'], $period) where place = 'KZ' and sector = '_T'),
now as (from newest('line'))
from mark('line', ['sex'])
union all by name
from told_of_women_and_men('now')
order by role desc, sex desc, period
