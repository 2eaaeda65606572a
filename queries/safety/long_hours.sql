-- What share of the employed works more than 48 hours a week, men and women, by year. One mark is one sex in one year.
with line as (from official_by_sex(['long_hours_share'], $period) where place = country() and sector = '_T'),
ends as (from line qualify row_number() over (partition by sex order by period desc) = 1),
now as (from ends where sex = '_T'),
women as (from ends where sex = 'F'),
men as (from ends where sex = 'M')
from mark('line', ['sex'])
union all by name
from slot('now')
union all by name
from slot('women')
union all by name
from slot('men')
union all by name
from chosen(case when (select count(*) from ends) = 3 then 'case.found' else 'case.none' end)
order by role desc, list_position(['_T', 'M', 'F'], sex), period
