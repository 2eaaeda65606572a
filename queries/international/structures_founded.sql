-- When were the structures founded or registered? One row is one year of one structure.
with told as (
    select * replace ('_Z' as place, '_T' as series)
    from (from printed(['org_founding_year', 'org_registration_year'], $period) union all from official(['org_founding_year'], $period))
),
-- What several editions of one publication tell, its newest tells.
shown as (
    select told.*
    from told
    join sources using (source)
    qualify row_number() over (partition by told.measure, told.sector, coalesce(nullif(sources.edition_of, ''), told.source) order by told.period desc) = 1
),
-- The year of registration is another one: it is drawn, and not told as that of the founding.
founded as (from shown where measure = 'org_founding_year'),
oldest as (select * replace (printf('%d', cast(value as integer)) as period) from lowest('founded')),
youngest as (select * replace (printf('%d', cast(value as integer)) as period) from highest('founded'))
from mark('shown', ['measure'])
union all by name
from slot('oldest')
union all by name
from slot('youngest')
union all by name
from chosen(
    case when nothing_in('oldest') then 'case.none' when (select sector from oldest) = (select sector from youngest) then 'case.one' else 'case.span' end
)
order by role desc, value, sector, measure, source, series
