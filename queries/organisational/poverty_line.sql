-- How is the poverty line drawn since 2025, as the report tells it? One row: one rule in words with its percentage.
with words as (
    from (values
        ('poverty_line_of_median', 'median_income', '#%', '# %', '#%'),
        (
            'poverty_line_floor', 'subsistence_floor', 'өңірдің ең төменгі күнкөріс деңгейінен #%', '# % прожиточного минимума региона',
            '#% of the region’s subsistence minimum'
        )
    ) as words (measure, name, kk, ru, en)
),
known as (from printed(['poverty_line_of_median', 'poverty_line_floor'], $period) where place = 'KZ'),
rules as (
    select known.* replace (name as series), written(kk, value) as text_kk, written(ru, value) as text_ru, written(en, value) as text_en
    from newest('known') as known
    join words using (measure)
)
from mark('rules', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('rules')
union all by name
from chosen(if((select count(*) from rules) = 2, 'case.found', 'case.none'))
order by role desc, series
