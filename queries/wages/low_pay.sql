-- Which share of employees is paid less than two thirds of the median hour? One row is one group in one year.
with line as (from official_by_sex(['low_pay_share'], $period) where place = 'KZ' and sector = '_T'),
latest as (from newest('line')),
now as (from latest where sex = '_T')
from mark('line', ['sex'])
union all by name
from told_of_women_and_men('latest')
union all by name
from slot('now')
order by role desc, sex desc, period
