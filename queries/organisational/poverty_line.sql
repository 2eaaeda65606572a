-- How is the poverty line drawn now, as the newest report tells it? One row: one rule in words with its percentage.
with words as (
    from (values
        ('median_income', '#%', '# %', '#%'),
        ('subsistence_floor', 'өңірдің ең төменгі күнкөріс деңгейінің #%-ы', '# % прожиточного минимума региона', '#% of the region’s subsistence minimum')
    ) as words (series, kk, ru, en)
),
known as (
    select * replace (if(measure = 'poverty_line_floor', 'subsistence_floor', 'median_income') as series)
    from printed(['poverty_line_of_median', 'poverty_line_floor'], $period)
    where place = country()
),
rules as (from newest('known')),
told as (from in_words('rules', 'words'))
from mark('told', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('rules')
union all by name
from chosen(if((select count(*) from rules) = 2, 'case.found', 'case.none'))
order by role desc, series
