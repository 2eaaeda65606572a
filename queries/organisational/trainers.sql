-- How many trainers do the unions have, and how many are to be prepared?
-- One row: trainers in the pool in the newest year, or trainers that the new project is to prepare.
with known as (
    select * replace (case measure when 'trainers_pool' then 'trainers_in_pool' when 'trainers_planned' then 'trainers_to_train' else 'years' end as series)
    from printed(['trainers_pool', 'trainers_planned', 'trainers_project_years'], $period)
    where place = country() and sector = '_T' and series = '_T'
),
told as (from newest_of_each('known')),
trainers as (from told where series <> 'years')
from mark('trainers')
union all
from slots_by_series('told')
union all
from chosen(
    case
        when not exists (from told where series = 'trainers_in_pool') then 'case.none'
        when (select count(*) from told) = 3 then 'case.planned'
        else 'case.pool'
    end
)
order by role desc, series
