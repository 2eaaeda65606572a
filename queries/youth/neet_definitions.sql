-- What does each of the official age limits say of people who neither work nor study? One row is one age group in one period;
-- a quarter is never part of a line of years.
with lines as (
    select * replace ('age_' || replace(right(age, 5), '-', '_') || if(length(period) = 4, '', '_quarter') as series)
    from official_by_age(['neet_rate'], $period)
    where place = country() and sector = '_T' and (age = 'Y15-34' or age in ('Y15-24', 'Y15-28') and length(period) = 4)
),
years as (from lines where length(period) = 4),
-- Two age groups are named for the newest year that knows both.
now as (from newest_of_several('years'))
from mark('lines')
union all
from slots_by_series('now')
union all
from chosen(
    case when nothing_in('now') then 'case.none' when exists (from now where series = 'age_15_34') then 'case.to_34' else 'case.to_28' end
)
order by role desc, series, period
