-- How many people died at work in each year? One row is one year.
select 'mark' as role, period, place, sector, series, value, status, source
from figures
where measure = 'deaths' and place = 'KZ' and series = '_T' and ($period is null or left(period, 4) <= $period)
union all
select 'finding', period, place, sector, 'now', value, status, source
from figures
where measure = 'deaths' and place = 'KZ' and series = '_T' and period = '2025'
union all
select 'finding', null, 'KZ', '_T', 'case.value', null, null, null
