-- When were the structures founded or registered? One row is one year of one structure.
with shown as (
    select * replace ('_Z' as place, '_T' as series)
    from (from printed(['org_founding_year', 'org_registration_year'], $period) union all from official(['org_founding_year'], $period))
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
