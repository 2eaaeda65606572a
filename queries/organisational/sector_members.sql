-- How many members did sectoral unions state? One row: one statement. Two statements of one union within a week are told together.
with known as (
    from official(['sector_union_members', 'sector_union_members_change'], $period) join sources using (source) where place = country()
),
sizes as (
    select * replace (sector || '_members_' || if(sector = 'education', date, period) as series)
    from known
    where measure = 'sector_union_members'
),
education as (from sizes where sector = 'education'),
july as (from education order by date desc limit 1),
june as (
    select education.*
    from education
    cross join july
    where education.date < july.date and try_cast(july.date as date) - try_cast(education.date as date) <= 7
    order by education.date desc
    limit 1
),
apart as (select july.* replace (june.value - july.value as value) from july cross join june),
growth as (from known where measure = 'sector_union_members_change' and sector = 'education'),
here as (from sizes where sector = $sector order by date desc limit 1)
from mark('sizes')
union all
from slots_of('june', 'july', 'growth', 'here')
union all
from slot('gap', 'apart')
union all
from asked(null, $sector)
union all
from chosen(
    case
        when nothing_in('sizes') then 'case.none'
        when $sector is not null and nothing_in('here') then 'case.missing'
        when $sector <> 'education' then 'case.here'
        when exists (from apart) then 'case.two'
        else 'case.one'
    end
)
order by role desc, value desc, series
