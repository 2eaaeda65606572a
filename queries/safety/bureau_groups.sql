-- How many people were hurt in group accidents or fell ill with an occupational disease by the Bureau’s survey. One mark is one count in one year; years that are not published are missing.
with
line as (
    select
        case measure when 'group_accident_victims' then 'group_accidents' else 'occupational_diseases' end as series,
        period, value, status, source
    from statistics
    where measure in ('group_accident_victims', 'occupational_disease_cases') and place = 'KZ' and sector = '_T' and sex = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
placed as (
    select series, period, value, status, source, row_number() over (partition by series order by period desc) as falling
    from line
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from line
    union all
    select 'finding', period, 'KZ', '_T', case series when 'group_accidents' then 'group_now' else 'disease_now' end, value, status, source
    from placed where falling = 1
    union all
    select 'finding', period, 'KZ', '_T', case series when 'group_accidents' then 'group_before' else 'disease_before' end, value, status, source
    from placed where falling = 2
    union all
    select
        'finding', null, 'KZ', '_T',
        case (select min(years) from (select count(*) as years from line group by series))
            when 1 then 'case.single'
            else case when exists (select 1 from line) then 'case.change' else 'case.none' end
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, series, period
