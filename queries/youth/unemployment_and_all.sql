-- Is unemployment among young people higher than among all? One row is one group in one quarter; a group whose age is not said is a line of its own.
with known as (
    select * replace (case age when '_T' then 'all_ages' when 'Y15-34' then 'age_15_34' else 'age_not_stated' end as series)
    from official_by_age(['youth_unemployment_rate', 'unemployment_rate'], $period)
    where place = country() and sector = '_T' and length(period) = 7
        and if(measure = 'unemployment_rate', age = '_T', age in ('Y15-34', '_Z'))
    qualify measure <> 'unemployment_rate' or row_number() over (partition by measure, period order by source) = 1
),
lines as (from known where period >= (select min(period) from known where series <> 'all_ages')),
everyone as (from lines where series = 'all_ages'),
pairs as (from lines semi join everyone using (period) where series = 'age_15_34'),
young as (from newest('pairs')),
total as (select young.* replace (everyone.value as value) from young join everyone using (period)),
apart as (select young.* replace (abs(young.value - total.value) as value) from young cross join total)
from mark('lines')
union all
from slots_of('young', 'apart')
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
order by role desc, series, period
