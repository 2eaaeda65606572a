-- Which share of employees is paid less than two thirds of the median hour? One row is one group in one year.
-- A total outside the range of women and men is told as such.
with line as (from official_by_sex(['low_pay_share'], $period) where place = country() and sector = '_T'),
latest as (from newest('line')),
now as (from latest where sex = '_T'),
between_sexes as (
    from now
    where value between (select min(value) from latest where sex <> '_T') and (select max(value) from latest where sex <> '_T')
)
from mark('line', ['sex'])
union all by name
select * replace (if(series = 'case.found' and nothing_in('between_sexes'), 'case.apart', series) as series)
from told_of_women_and_men('latest')
union all by name
from slot('now')
order by role desc, sex desc, period
