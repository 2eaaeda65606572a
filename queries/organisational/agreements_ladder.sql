-- Which agreements of social partnership are in force, level by level? One row: one level in words with its number.
with words as (
    from (values
        ('general_agreement', '# келісім, 2024–2026', '# соглашение, 2024–2026', '# agreement, 2024–2026'),
        ('sectoral_agreements', 'мерзімі 2024–2026 және 2025–2027: келісімі бар # салалық кәсіподақ',
         'сроки 2024–2026 и 2025–2027: отраслевых профсоюзов с соглашением — #', 'terms 2024–2026 and 2025–2027: # sectoral unions with an agreement'),
        ('regional_agreements', '# келісім, 2024–2026', 'соглашений: #, 2024–2026', '# agreements, 2024–2026'),
        ('country_collective_agreements', '# шарт (министрлік дерегі)', 'договоров: # (данные министерства)', '# agreements (Ministry)'),
        ('fprk_collective_agreements', '# шарттан астам (ҚРКФ дерегі)', 'договоров: более # (данные ФПРК)', 'more than # agreements (FPRK)'),
        ('growth_2018', 'алдыңғы жылмен салыстырғанда +#% (ҚРКФ сайты)', '+# % к предыдущему году (сайт ФПРК)', '+#% against the year before (FPRK’s site)')
    ) as words (series, kk, ru, en)
),
known as (
    from printed(['agreements_in_force', 'sectoral_agreement_unions', 'collective_agreements'], $period)
    where place = 'KZ' and sector = '_T'
    qualify period = max(period) over (partition by measure, series)
),
of_unions as (from known where measure = 'sectoral_agreement_unions'),
growth as (from official(['collective_agreements_growth'], $period) where place = 'KZ'),
levels as (
    select
        period, place, sector,
        if(measure = 'agreements_in_force', series, if(series = '_T', 'country_collective_agreements', 'fprk_collective_agreements')) as series,
        value, status, source
    from known
    where measure <> 'sectoral_agreement_unions'
    union all
    select * replace ('sectoral_agreements' as series) from sum_of('of_unions')
    union all
    select * exclude (measure) replace ('growth_2018' as series) from newest('growth')
),
told as (from in_words('levels', 'words'))
from mark('told', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('levels')
union all by name
from chosen(
    case
        when nothing_in('levels') then 'case.none'
        when exists (from levels where series = 'regional_agreements') then 'case.levels'
        when exists (from levels where series = 'country_collective_agreements') then 'case.country'
        else 'case.growth'
    end
)
order by
    role desc,
    list_position(['general_agreement', 'sectoral_agreements', 'regional_agreements', 'country_collective_agreements', 'fprk_collective_agreements'], series)
