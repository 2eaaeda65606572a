-- How much lawmaking work did FPRK do in the year?
-- One row: one kind of work in words; the value is the number printed.
with published as (
    select f.period, f.measure, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as age,
           coalesce(f.printed, '') like '%более%' as more_than, cast(cast(f.value as integer) as varchar) as written
    from figures f
    where f.measure in ('amendments_proposed', 'working_group_meetings', 'interagency_materials', 'interagency_questions')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
shown as (
    select period, value, status, source,
           case measure when 'amendments_proposed' then 'amendments' else measure end as series,
           case measure when 'amendments_proposed' then 1 when 'working_group_meetings' then 2 when 'interagency_questions' then 3 else 4 end as position,
           if(more_than, '> ', '') || written as text_kk,
           if(more_than, 'более ', '') || written as text_ru,
           if(more_than, 'more than ', '') || written as text_en
    from published
    where age = 1
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, text_kk, text_ru, text_en, position from shown
    union all
    select 'finding', period, 'KZ', '_T', series, value, status, source, null, null, null, 9 from shown
    union all
    select 'finding', null, 'KZ', '_T', if(exists (select 1 from shown where series = 'amendments'), 'case.work', 'case.none'), null, null, null, null, null, null, 9
)
order by role desc, position
