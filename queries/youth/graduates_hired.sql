-- How many graduates of universities were hired in the year they graduated? One row is one year. A step that a check doubts is told as such.
with line as (from official(['graduates_hired'], $period) where place = country() and sector = '_T' and length(period) = 4),
now as (from newest('line')),
doubt as (from doubted('now', 'graduates_hired'))
from mark('line')
union all
select * replace (if(series in ('case.rose', 'case.fell') and exists (from doubt), 'case.doubted', series) as series)
from change_since_last_but_one('line')
order by role desc, period
