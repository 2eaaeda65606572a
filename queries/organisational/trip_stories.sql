-- What numbers were told when the chair met workers? One row: one number in words, with what the report says elsewhere about the same allowance.
with
told as (
    select f.measure, f.period, f.place, f.sector, f.value, f.status, f.source, cast(cast(f.value as integer) as varchar) as written
    from figures f
    where f.measure in ('power_plant_jobs_at_risk', 'forestry_wage_increase', 'forest_rural_benefit', 'forest_rural_allowance') and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
shown as (
    select *, case measure when 'power_plant_jobs_at_risk' then 'power_plant_jobs' when 'forestry_wage_increase' then 'forestry_wages'
                           when 'forest_rural_benefit' then 'rural_allowance_2023' else 'rural_allowance_2025' end as series
    from told
),
answer as (
    select 'mark' as role, period, place, sector, series, value, status, source,
           case series when 'power_plant_jobs' then written || ' қызметкер жұмыссыз қалудан қауіптенеді; директор ешкім жұмыссыз қалмайды деп уәде берді'
                       when 'forestry_wages' then '2023 жылғы 1 шілдеден +' || written || '%'
                       when 'rural_allowance_2023' then '2023 жылғы 1 шілдеден ' || written || '% енгізілген (5.2-бөлім)'
                       else '2025 жылғы 26 маусымдағы заң бойынша ' || written || '% (2.2-бөлім)' end as text_kk,
           case series when 'power_plant_jobs' then 'высвобождения опасаются ' || written || ' работников; директор обещал, что без работы никто не останется'
                       when 'forestry_wages' then '+' || written || ' % с 1 июля 2023 года'
                       when 'rural_allowance_2023' then written || ' %, введена с 1 июля 2023 года (раздел 5.2)'
                       else written || ' % по закону от 26 июня 2025 года (раздел 2.2)' end as text_ru,
           case series when 'power_plant_jobs' then written || ' workers fear for their jobs; the director promised that nobody would be left without work'
                       when 'forestry_wages' then '+' || written || '% from 1 July 2023'
                       when 'rural_allowance_2023' then written || '%, introduced from 1 July 2023 (section 5.2)'
                       else written || '% by the law of 26 June 2025 (section 2.2)' end as text_en,
           case series when 'power_plant_jobs' then 1 when 'forestry_wages' then 2 when 'rural_allowance_2023' then 3 else 4 end as position
    from shown
    union all
    select 'finding', period, place, sector, case series when 'power_plant_jobs' then 'jobs' when 'forestry_wages' then 'wages' else series end,
           value, status, source, null, null, null, 9
    from shown
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when exists (select 1 from shown where series = 'power_plant_jobs') then 'case.both'
            else 'case.forestry'
        end, null, null, null, null, null, null, 9
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, position
