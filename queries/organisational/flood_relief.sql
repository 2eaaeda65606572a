-- What relief did the Federation give to flood victims? One row: one kind of relief in words with its number; when it was given is not said.
with words as (
    from (values
        ('flood_cash', '# млн теңгеден астам', 'более # млн тенге', 'more than # million tenge'),
        ('flood_humanitarian', '# млн теңге', '# млн тенге', '# million tenge'),
        ('flood_certificates', 'баспанасынан айырылғандарға # сертификат', 'сертификатов потерявшим жильё: #',
         '# certificates for people who lost their homes'),
        ('flood_sanatorium', '# адам', 'человек: #', '# people')
    ) as words (series, kk, ru, en)
),
known as (
    select * replace (if(measure = 'flood_relief_money', series, replace(measure, 'flood_relief', 'flood')) as series)
    from printed(['flood_relief_money', 'flood_relief_certificates', 'flood_relief_sanatorium'], null)
    where place = country() and ($period is null or right(period, 4) <= $period)
),
given as (from newest('known')),
told as (from in_words('given', 'words'))
from mark('told', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('given')
union all by name
from chosen(found_or_none('given'))
order by role desc, list_position(['flood_cash', 'flood_humanitarian', 'flood_certificates', 'flood_sanatorium'], series)
