-- How inspections by state labour inspectors, violations found and orders given changed between the two newest years published. One mark is one count in one year.
with known as (
    from official(['state_labour_inspections', 'state_labour_inspection_violations', 'state_labour_inspection_orders'], $period) where place = country()
        and sector = '_T'
),
years as (from last_two('known')),
said as (
    select
        * exclude (series),
        case measure when 'state_labour_inspections' then 'inspections' when 'state_labour_inspection_violations' then 'violations' else 'orders' end
            || if(period = (select max(period) from years), '_now', '_last_but_one') as series
    from years
)
from mark('years', ['measure'])
union all by name
from slots_by_series('said')
union all by name
from chosen(case (select count(distinct period) from years) when 0 then 'case.none' when 1 then 'case.single' else 'case.change' end)
order by role desc, list_position(['state_labour_inspection_violations', 'state_labour_inspections', 'state_labour_inspection_orders'], measure), period
