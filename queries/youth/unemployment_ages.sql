-- How did unemployment develop in the three age groups into which young people are divided? One row is one age group in one year.
with lines as (
    select * replace ('age_' || replace(right(age, 5), '-', '_') as series)
    from official_by_age(['youth_unemployment_rate'], $period)
    where place = 'KZ' and sector = '_T' and age in ('Y16-24', 'Y25-28', 'Y29-34') and length(period) = 4
),
-- The sentence speaks of the newest year that knows all three.
complete as (from lines qualify count(*) over (partition by period) = 3),
now as (from newest('complete'))
from mark('lines')
union all
from slots_by_series('now')
union all
from chosen(found_or_none('now'))
order by role desc, series, period
