-- How many enterprises have joined Vision Zero by the report and by other publications. One mark is one published number.
with line as (
    select * replace ('fprk_report' as series) from printed(['vision_zero_enterprises'], $period) where place = country() and sector = '_T' and series = '_T'
    union all
    select * replace ('other_publications' as series) from official(['vision_zero_enterprises_published'], $period) where place = country() and sector = '_T'
),
now as (from line order by period desc, series limit 1),
start as (from line order by period, series limit 1)
from mark('line')
union all
from slot('now')
union all
from slot('first', 'start')
union all
from chosen(case (select count(*) from line) when 0 then 'case.none' when 1 then 'case.single' else 'case.moved' end)
order by role desc, series desc, period
