-- Which agreements of social partnership are in force, level by level? One row: one level in words with its number.
with
published as (
    select f.measure, f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure in ('agreements_in_force', 'sectoral_agreement_unions', 'collective_agreements')
        and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over (partition by f.measure, f.series)
),
unions as (
    select max(period) as period, sum(value) as value, max(status) as status, max(source) as source
    from published
    where measure = 'sectoral_agreement_unions'
    having count(*) > 0
),
growth as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'collective_agreements_growth' and f.place = 'KZ' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (order by f.period desc) = 1
),
levels as (
    select period, series, value, status, source, case series when 'general_agreement' then 1 else 3 end as position from published where measure = 'agreements_in_force'
    union all
    select period, 'sectoral_agreements', value, status, source, 2 from unions
    union all
    select period, case series when '_T' then 'country_collective_agreements' else 'fprk_collective_agreements' end, value, status, source,
           case series when '_T' then 4 else 5 end
    from published
    where measure = 'collective_agreements'
    union all
    select period, 'growth_2018', value, status, source, 6 from growth
),
written as (
    select *, format('{:,}', cast(value as bigint)) as digits, replace(format('{:,}', cast(value as bigint)), ',', chr(160)) as spaced from levels
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, position,
           case series when 'general_agreement' then spaced || ' келісім, 2024–2026'
                       when 'sectoral_agreements' then 'мерзімі 2024–2026 және 2025–2027: келісімі бар ' || spaced || ' салалық кәсіподақ'
                       when 'regional_agreements' then spaced || ' келісім, 2024–2026'
                       when 'country_collective_agreements' then spaced || ' шарт (министрлік дерегі)'
                       when 'fprk_collective_agreements' then spaced || ' шарттан астам (ҚРКФ дерегі)'
                       else 'алдыңғы жылмен салыстырғанда +' || spaced || '% (ҚРКФ сайты)' end as text_kk,
           case series when 'general_agreement' then spaced || ' соглашение, 2024–2026'
                       when 'sectoral_agreements' then 'сроки 2024–2026 и 2025–2027: отраслевых профсоюзов с соглашением — ' || spaced
                       when 'regional_agreements' then 'соглашений: ' || spaced || ', 2024–2026'
                       when 'country_collective_agreements' then 'договоров: ' || spaced || ' (данные министерства)'
                       when 'fprk_collective_agreements' then 'договоров: более ' || spaced || ' (данные ФПРК)'
                       else '+' || spaced || ' % к предыдущему году (сайт ФПРК)' end as text_ru,
           case series when 'general_agreement' then digits || ' agreement, 2024–2026'
                       when 'sectoral_agreements' then 'terms 2024–2026 and 2025–2027: ' || digits || ' sectoral unions with an agreement'
                       when 'regional_agreements' then digits || ' agreements, 2024–2026'
                       when 'country_collective_agreements' then digits || ' agreements (Ministry)'
                       when 'fprk_collective_agreements' then 'more than ' || digits || ' agreements (FPRK)'
                       else '+' || digits || '% against the year before (FPRK’s site)' end as text_en
    from written
    union all
    select 'finding', period, 'KZ', '_T',
           case series when 'regional_agreements' then 'regional' when 'sectoral_agreements' then 'sectoral' when 'country_collective_agreements' then 'country'
                       when 'fprk_collective_agreements' then 'fprk' when 'general_agreement' then 'general' else 'growth' end,
           value, status, source, 9, null, null, null
    from levels
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from levels) then 'case.none'
            when exists (select 1 from levels where series = 'regional_agreements') then 'case.levels'
            when exists (select 1 from levels where series = 'country_collective_agreements') then 'case.country'
            else 'case.growth'
        end, null, null, null, 9, null, null, null
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, position
