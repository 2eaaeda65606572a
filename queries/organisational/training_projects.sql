-- How many people did the seminars and each of the training projects reach?
-- One row: the seminars or one project in the newest year.
with known as (
    select * replace (if(measure = 'training_seminar_participants', 'training_seminars', series) as series)
    from printed(['training_project_participants', 'training_seminar_participants', 'training_seminars'], $period)
    where place = country() and sector = '_T'
),
people as (from known where measure <> 'training_seminars'),
reached as (from newest('people')),
seminars as (from known where measure = 'training_seminars' and period in (select period from reached))
from mark('reached')
union all
from slots_by_series('reached')
union all
from slot('seminars')
union all
from chosen(
    case
        when nothing_in('seminars') or not exists (from reached where series = 'training_seminars') then 'case.none'
        when (select count(*) from reached where series in ('legal_education', 'educational_marathon')) = 2 then 'case.reached'
        else 'case.seminars'
    end
)
order by role desc, value desc, series
