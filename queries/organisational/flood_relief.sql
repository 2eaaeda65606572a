-- What relief did the Federation give to flood victims? One row: one kind of relief in words with its number.
with
given as (
    select f.period, f.measure, f.value, f.status, f.source, cast(cast(f.value as integer) as varchar) as written,
           case when f.measure = 'flood_relief_certificates' then 'flood_certificates' when f.measure = 'flood_relief_sanatorium' then 'flood_sanatorium'
                else f.series end as series
    from figures f
    where f.measure in ('flood_relief_money', 'flood_relief_certificates', 'flood_relief_sanatorium') and f.place = 'KZ' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source,
           case series when 'flood_cash' then written || ' млн теңгеден астам' when 'flood_humanitarian' then written || ' млн теңге'
                       when 'flood_certificates' then 'баспанасынан айырылғандарға ' || written || ' сертификат' else written || ' адам' end as text_kk,
           case series when 'flood_cash' then 'более ' || written || ' млн тенге' when 'flood_humanitarian' then written || ' млн тенге'
                       when 'flood_certificates' then 'сертификатов потерявшим жильё: ' || written else 'человек: ' || written end as text_ru,
           case series when 'flood_cash' then 'more than ' || written || ' million tenge' when 'flood_humanitarian' then written || ' million tenge'
                       when 'flood_certificates' then written || ' certificates for people who lost their homes' else written || ' people' end as text_en,
           case series when 'flood_cash' then 1 when 'flood_humanitarian' then 2 when 'flood_certificates' then 3 else 4 end as position
    from given
    union all
    select 'finding', period, 'KZ', '_T', replace(series, 'flood_', ''), value, status, source, null, null, null, 9 from given
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from given) then 'case.relief' else 'case.none' end, null, null, null, null, null, null, 9
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, position
