-- How many members did sectoral unions state? One row: one statement; the education union stated two sizes within a week.
with known as (
    from official(['sector_union_members', 'sector_union_members_change'], $period) join sources using (source) where place = 'KZ'
),
sizes as (
    select * replace (if(sector = 'education', if(date < '2023-07-01', 'education_june_2023', 'education_july_2023'), sector || '_' || period) as series)
    from known
    where measure = 'sector_union_members'
),
june as (from sizes where series = 'education_june_2023'),
july as (from sizes where series = 'education_july_2023'),
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
