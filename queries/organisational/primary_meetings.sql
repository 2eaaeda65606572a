-- How many meetings "How are you, primary?" were there, and how many people came to one? One row: one number in words;
-- the span counts meetings, the newest year organisations, and the two do not compare.
with words as (
    from (values
        ('primary_meetings_total', '# кездесу', 'встреч: #', '# meetings'),
        ('primary_meetings_yearly', 'жылына # кездесу', 'встреч в год: #', '# meetings a year'),
        ('primary_meeting_size', '# кәсіподақ мүшесі', 'членов профсоюзов: #', '# union members'),
        ('primary_organisations_year', '# ұйым', 'организаций: #', '# organisations'),
        ('primary_organisation_size', '# қатысушы', 'участников: #', '# participants')
    ) as words (series, kk, ru, en)
),
known as (
    from printed(['primary_meetings', 'primary_meeting_members', 'primary_organisations_met', 'primary_meeting_participants'], null)
    where place = country() and sector = '_T' and series = '_T' and ($period is null or right(period, 4) <= $period)
),
spans as (from known where measure = 'primary_meetings' and period like '%/%'),
total as (select * exclude (measure) from newest('spans')),
average as (from yearly_part('total')),
years as (from known where measure = 'primary_organisations_met'),
now as (select * exclude (measure) from newest('years')),
sizes_then as (from ratio_of('known', 'primary_meeting_members', 'primary_meetings', factor := 1)),
size_then as (select * replace (round(value) as value) from sizes_then where period in (select period from total)),
sizes_now as (from ratio_of('known', 'primary_meeting_participants', 'primary_organisations_met', factor := 1)),
size_now as (select * replace (round(value) as value) from sizes_now where period in (select period from now)),
lines as (
    select * replace ('primary_meetings_total' as series) from total
    union all
    select * replace ('primary_meetings_yearly' as series) from average
    union all
    select * replace ('primary_meeting_size' as series) from size_then
    union all
    select * replace ('primary_organisations_year' as series) from now
    union all
    select * replace ('primary_organisation_size' as series) from size_now
),
told as (from in_words('lines', 'words'))
from mark('told', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_of('average', 'total', 'size_then', 'now', 'size_now')
union all by name
from chosen(case when nothing_in('size_then') then 'case.none' when nothing_in('size_now') then 'case.span' else 'case.both' end)
order by
    role desc, period,
    list_position(
        ['primary_meetings_total', 'primary_meetings_yearly', 'primary_meeting_size', 'primary_organisations_year', 'primary_organisation_size'], series
    ),
    series
