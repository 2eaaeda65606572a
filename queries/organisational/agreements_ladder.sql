-- Which agreements of social partnership are in force, level by level? One row: one level in words with its number and, where the report gives it, its term.
with words as (
    from (values
        ('general_agreement', '# келісім, мерзімі — @', 'соглашений: #, срок — @', '# agreement, for @'),
        ('sectoral_agreements', 'келісімі бар # салалық кәсіподақ, мерзімдері — @',
         'отраслевых профсоюзов с соглашением: #, сроки — @', '# sectoral unions with an agreement, for @'),
        ('regional_agreements', '# келісім, мерзімі — @', 'соглашений: #, срок — @', '# agreements, for @'),
        ('country_collective_agreements', '# шарт (министрлік дерегі)', 'договоров: # (данные министерства)', '# agreements (Ministry)'),
        ('fprk_collective_agreements', '# шарттан астам ({@us.kk} дерегі)', 'договоров: более # (данные {@us.ru})', 'more than # agreements ({@us.en})'),
        ('agreements_growth', 'алдыңғы жылмен салыстырғанда +#% (@, {@us.kk} сайты)', '+# % к предыдущему году (@, сайт {@us.ru})',
            '+#% against the year before (@, {@us.en.gen} site)')
    ) as words (series, kk, ru, en)
),
known as (
    from printed(['agreements_in_force', 'sectoral_agreement_unions', 'collective_agreements'], $period)
    where place = country() and sector = '_T'
    qualify period = max(period) over (partition by measure, series)
),
of_unions as (from known where measure = 'sectoral_agreement_unions'),
growth as (from official(['collective_agreements_growth'], $period) where place = country()),
-- From which year to which, as the report says it of an agreement; of a growth the year itself.
terms as (
    select period, series, nullif(regexp_extract(concat_ws(' ', printed, note), '[0-9]{4}-[0-9]{4}'), '') as term
    from figures
    where measure = 'agreements_in_force'
    union all
    select max(period), 'sectoral_agreements', string_agg(printf('20%s-20%s', left(series, 2), right(series, 2)), ', ' order by series)
    from of_unions
    union all
    select period, 'agreements_growth', period from newest('growth')
),
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
    select * exclude (measure) replace ('agreements_growth' as series) from newest('growth')
),
said as (from in_words('levels', 'words')),
told as (
    select
        said.*
        replace (
            replace(text_kk, '@', replace(coalesce(term, '—'), '-', '–')) as text_kk, replace(text_ru, '@', replace(coalesce(term, '—'), '-', '–')) as text_ru,
            replace(text_en, '@', replace(coalesce(term, '—'), '-', '–')) as text_en
        )
    from said
    left join terms using (period, series)
)
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
