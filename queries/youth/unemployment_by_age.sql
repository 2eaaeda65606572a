-- Which ages look for work in vain more often? One row is one age group in the newest year of the repository, or in the year before it.
with known as (
    select * replace (if(age = '_T', 'all_ages', 'age_' || replace(right(age, 5), '-', '_')) as series)
    from official_by_age(['youth_unemployment_rate', 'unemployment_rate'], $period)
    where place = country() and sector = '_T' and source = 'sdg_8_5_2' and length(period) = 4
        and age in ('Y16-24', 'Y25-28', 'Y29-34', 'Y35-44', 'Y45-54', 'Y55-64', '_T')
),
-- A year of other standards does not stand beside the newest one.
compared as (from since_last_break('known', ['unemployment_rate'], of_sources := ['sdg_8_5_2'])),
shown as (from compared qualify period in (max(period) over (), a_year_before(max(period) over ()))),
now as (from newest('shown')),
total as (from now where series = 'all_ages'),
young as (from now where series = 'age_16_24' and exists (from total))
from mark('shown')
union all
from slot('young')
union all
from slot('all', 'total')
union all
from chosen(
    case
        when nothing_in('young') then 'case.none'
        when round(value_of('young'), 1) < round(value_of('total'), 1) then 'case.lower'
        when round(value_of('young'), 1) > round(value_of('total'), 1) then 'case.higher'
        else 'case.equal'
    end
)
order by role desc, period desc, series
