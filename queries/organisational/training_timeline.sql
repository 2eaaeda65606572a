-- By which decisions and projects did union training grow?
-- One row: one dated event of union training.
with story as (
    select period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en
    from events
    where area = 'organisational' and starts_with(event, 'training_') and ($period is null or left(period, 4) <= $period)
),
known as (
    select * replace (if(measure = 'school_course_hours', 'hours', 'months') as series)
    from printed(['school_course_hours', 'school_course_months'], $period)
    where place = country() and sector = '_T'
),
course as (from newest_of_each('known')),
-- What is dated after the newest year of the report is a plan and no step yet.
done as (from story where left(period, 4) <= coalesce((select max(period) from course), '9999')),
steps as (from count_of('done')),
start as (from done order by period, source limit 1)
from mark('story', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slot('steps')
union all by name
from slot('first', 'start')
union all by name
from slots_by_series('course')
union all by name
from chosen(case when nothing_in('done') then 'case.none' when (select count(*) from course) = 2 then 'case.course' else 'case.steps' end)
order by role desc, period, series, text_en
