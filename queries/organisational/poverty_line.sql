-- How is the poverty line drawn since 2025, as the report tells it? One row: one rule in words with its percentage.
with
rules as (
    select f.period, f.value, f.status, f.source, case f.measure when 'poverty_line_of_median' then 'median_income' else 'subsistence_floor' end as series,
           cast(cast(f.value as integer) as varchar) as written
    from figures f
    where f.measure in ('poverty_line_of_median', 'poverty_line_floor') and f.place = 'KZ' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source,
           case series when 'median_income' then written || '%' else 'өңірдің ең төменгі күнкөріс деңгейінен ' || written || '%' end as text_kk,
           case series when 'median_income' then written || ' %' else written || ' % прожиточного минимума региона' end as text_ru,
           case series when 'median_income' then written || '%' else written || '% of the region’s subsistence minimum' end as text_en
    from rules
    union all
    select 'finding', period, 'KZ', '_T', case series when 'median_income' then 'median' else 'floor' end, value, status, source, null, null, null from rules
    union all
    select 'finding', null, 'KZ', '_T', case when (select count(*) from rules) = 2 then 'case.rule' else 'case.none' end, null, null, null, null, null, null
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, series
