-- How much lawmaking work did {@us.en} do in the year? One row is one kind of work in words; the value is the number printed.
with known as (
    select
        period, place, sector, if(measure = 'amendments_proposed', 'amendments', measure) as series, value, status, source,
        coalesce(printed, '') like '%более%' as more_than, cast(cast(value as integer) as varchar) as written
    from figures
    where measure in ('amendments_proposed', 'working_group_meetings', 'interagency_materials', 'interagency_questions') and place = country() and sector = '_T'
        and series = '_T' and value is not null and ($period is null or left(period, 4) <= $period)
),
work as (
    select
        *, if(more_than, '> ', '') || written as text_kk, if(more_than, 'более ', '') || written as text_ru, if(more_than, 'more than ', '') || written as text_en
    from newest('known')
),
amendments as (from work where series = 'amendments')
from mark('work', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('work')
union all by name
from chosen(found_or_none('amendments'))
order by role desc, list_position(['amendments', 'working_group_meetings', 'interagency_questions', 'interagency_materials'], series)
