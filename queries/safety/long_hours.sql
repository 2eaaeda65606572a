-- What share of the employed works more than 48 hours a week, men and women, by year. One mark is one sex in one year.
with
line as (
    select sex, period, value, status, source
    from statistics
    where measure = 'long_hours_share' and place = 'KZ' and sector = '_T' and sex in ('_T', 'F', 'M') and value is not null
        and ($period is null or left(period, 4) <= $period)
),
ends as (
    select sex, period, value, status, source
    from line
    qualify row_number() over (partition by sex order by period desc) = 1
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, sex from line
    union all
    select 'finding', period, 'KZ', '_T', case sex when 'M' then 'men' when 'F' then 'women' else 'now' end, value, status, source, sex from ends
    union all
    select 'finding', null, 'KZ', '_T', case when (select count(*) from ends) = 3 then 'case.found' else 'case.none' end, null, null, null, '_T'
)
select role, period, place, sector, series, value, status, source, sex
from answer
order by role desc, list_position(['_T', 'M', 'F'], sex), period
