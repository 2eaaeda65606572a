-- How did the unemployment rate move from quarter to quarter? One row is one quarter; quarters that are not published are missing.
with line as (from official(['unemployment_rate'], $period) where place = country() and sector = '_T' and period like '%-Q%'),
now as (from newest('line')),
-- Of equal quarters the newest is named.
top as (from line order by value desc, period desc limit 1),
bottom as (from line order by value, period desc limit 1)
from mark('line')
union all
from slots_of('now', 'top', 'bottom')
union all
from chosen(
    case when nothing_in('now') then 'case.none' when exists (from now where value <= (select value from bottom)) then 'case.lowest' else 'case.found' end
)
order by role desc, period, series
