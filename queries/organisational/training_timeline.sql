-- By which decisions and projects did union training grow?
-- One row: one dated event of union training.
with story as (
    select e.period, e.place, e.sector, e.kind, e.text_kk, e.text_ru, e.text_en, e.source
    from events e
    where e.area = 'organisational'
      and starts_with(e.event, 'training_')
      and ($period is null or left(e.period, 4) <= $period)
),
course as (
    select f.measure, f.period, f.value, f.status, f.source
    from figures f
    where f.measure in ('school_course_hours', 'school_course_months')
      and f.place = 'KZ'
      and f.sector = '_T'
      and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
),
-- What is dated after the newest year of the report is a plan and no step yet.
done as (
    select * from story where left(period, 4) <= coalesce((select max(period) from course), '9999')
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from (
    select 'mark' as role, period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en from story
    union all
    select 'finding', max(period), 'KZ', '_T', 'steps', count(*), 'final', max(source), null, null, null from done having count(*) > 0
    union all
    select 'finding', min(period), 'KZ', '_T', 'first', null, 'final', min(source), null, null, null from done having count(*) > 0
    union all
    select 'finding', period, 'KZ', '_T', if(measure = 'school_course_hours', 'hours', 'months'), value, status, source, null, null, null from course
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from done) then 'case.none'
                when (select count(*) from course) = 2 then 'case.course'
                else 'case.steps' end,
           null, null, null, null, null, null
)
order by role desc, period, series, text_en
