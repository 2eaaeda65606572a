-- How many people were hurt in group accidents or fell ill with an occupational disease by the Bureau’s survey. One mark is one count in one year; years that are not published are missing.
with line as (
    select * replace (case measure when 'group_accident_victims' then 'group_accidents' else 'occupational_diseases' end as series)
    from official(['group_accident_victims', 'occupational_disease_cases'], $period)
    where place = country() and sector = '_T'
),
group_accidents as (from line where series = 'group_accidents'),
diseases as (from line where series = 'occupational_diseases'),
group_now as (from newest('group_accidents')),
group_then as (from last_but_one('group_accidents')),
disease_now as (from newest('diseases')),
disease_then as (from last_but_one('diseases'))
from mark('line')
union all
from slot('group_now')
union all
from slot('group_last_but_one', 'group_then')
union all
from slot('disease_now')
union all
from slot('disease_last_but_one', 'disease_then')
union all
from chosen(
    case
        when nothing_in('line') then 'case.none'
        when (select min(years) from (select count(*) as years from line group by series)) = 1 then 'case.single'
        else 'case.change'
    end
)
order by role desc, series, period
