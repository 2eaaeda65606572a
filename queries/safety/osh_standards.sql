-- How many enterprises introduced international safety standards, by year? One mark is one year in the country; years that are not published are missing, not
-- zero. A higher number in between that was published as approximate is told as such.
with line as (from reported(['osh_standards_enterprises'], $period) where place = country() and sector = '_T'),
now as (from newest('line')),
start as (from first('line')),
high as (from line where printed like 'about%' and value > value_of('now') order by value desc, period desc limit 1)
from mark('line')
union all
from slot('now')
union all
from slot('first', 'start')
union all
from slot('high')
union all
select role, period, place, sector, series, abs(value), status, source from difference_pct('change_pct', 'now', 'start')
union all
from chosen(
    case
        when rise_or_fall(value_of('now'), value_of('start')) = 'case.rose' and exists (from high) then 'case.rose_high'
        else rise_or_fall(value_of('now'), value_of('start'))
    end
)
order by role desc, period
