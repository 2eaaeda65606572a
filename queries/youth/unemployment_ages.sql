-- How did unemployment develop in the three age groups into which young people are divided? One row is one age group in one year.
with lines as (
    select * replace ('age_' || replace(right(age, 5), '-', '_') as series)
    from official_by_age(['youth_unemployment_rate'], $period)
    where place = country() and sector = '_T' and age in ('Y16-24', 'Y25-28', 'Y29-34') and length(period) = 4
),
-- The sentence speaks of the newest year that knows all three.
complete as (from lines qualify count(*) over (partition by period) = 3),
now as (from newest('complete')),
of_29_34 as (from lines where series = 'age_29_34'),
last as (from of_29_34 semi join now using (period)),
age_29_34_before as (from of_29_34 where period = a_year_before((select period from last))),
doubt as (from doubted('last', 'youth_unemployment_rate', of_age := 'Y29-34'))
from mark('lines')
union all
from slots_by_series('now')
union all
from slot('age_29_34_before')
union all
from chosen(
    case when nothing_in('now') then 'case.none' when exists (from doubt) and exists (from age_29_34_before) then 'case.doubted' else 'case.found' end
)
order by role desc, series, period
