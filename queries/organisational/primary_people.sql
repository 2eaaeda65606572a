-- How many people come to the meetings "How are you, primary?" in a year: on average over the first years, and in the newest year?
-- One row: one number in words; the span counts union members, the newest year all participants, and the two do not compare.
with words as (
    from (values
        ('primary_members_total', '# мүше', 'членов профсоюзов: #', '# union members'),
        ('primary_members_yearly', 'жылына # мүше', 'членов профсоюзов в год: #', '# union members a year'),
        ('primary_participants_year', '# қатысушы', 'участников: #', '# participants')
    ) as words (series, kk, ru, en)
),
known as (
    from printed(['primary_meeting_members', 'primary_meeting_participants'], null)
    where place = country() and sector = '_T' and series = '_T' and ($period is null or right(period, 4) <= $period)
),
spans as (from known where measure = 'primary_meeting_members' and period like '%/%'),
total as (from newest('spans')),
average as (from yearly_part('total')),
years as (from known where measure = 'primary_meeting_participants'),
now as (from newest('years')),
lines as (
    select * replace ('primary_members_total' as series) from total
    union all
    select * replace ('primary_members_yearly' as series) from average
    union all
    select * replace ('primary_participants_year' as series) from now
),
told as (from in_words('lines', 'words'))
from mark('told', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_of('average', 'total', 'now')
union all by name
from chosen(case when nothing_in('total') then 'case.none' when nothing_in('now') then 'case.span' else 'case.both' end)
order by role desc, period, list_position(['primary_members_total', 'primary_members_yearly', 'primary_participants_year'], series), series
