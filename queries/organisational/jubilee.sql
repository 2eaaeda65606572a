-- What numbers does the report name for the anniversary year and the Year of Working Professions?
-- One row: one number in words; where the report gives none, that is said.
with words as (
    from (values
        ('jubilee_years', '# жыл', '# лет', '# years'),
        ('jubilee_participants', 'шамамен # қатысушы', 'около # участников', 'about # participants'),
        ('working_professions_events', '# іс-шарадан астам', 'более # мероприятий', 'more than # events')
    ) as words (measure, kk, ru, en)
),
named as (
    select
        period, place, sector, if(measure = 'working_professions_events', 'professions_year_events', series) as series, value, status, source,
        coalesce(written(kk, value), 'мыңдаған қатысушы, нақты саны жоқ') as text_kk,
        coalesce(written(ru, value), 'тысячи участников, точного числа нет') as text_ru,
        coalesce(written(en, value), 'thousands took part, no exact number') as text_en
    from figures
    join words using (measure)
    where place = country() and sector = '_T' and ($period is null or left(period, 4) <= $period)
    qualify period = max(period) over ()
),
numbers as (from named where value is not null)
from mark('named', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('numbers')
union all by name
from chosen(found_or_none('named'))
order by role desc, list_position(['union_movement', 'federation', 'professions_year_events', 'solidarity_forum'], series), series
