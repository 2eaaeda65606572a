-- How many in 1000 workers were hurt or killed at work by the Ministry of Labour, by year. One mark is one rate in one year.
with
line as (
    select
        case measure when 'inspection_injury_rate' then 'injured_persons' else 'killed_persons' end as series,
        period, value, status, source
    from statistics
    where measure in ('inspection_injury_rate', 'inspection_fatality_rate') and place = 'KZ' and sector = '_T' and sex = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
placed as (
    select series, period, value, status, source, row_number() over (partition by series order by period) as rising,
        row_number() over (partition by series order by period desc) as falling
    from line
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from line
    union all
    select 'finding', period, 'KZ', '_T', case series when 'injured_persons' then 'now' else 'killed_now' end, value, status, source from placed where falling = 1
    union all
    select 'finding', period, 'KZ', '_T', case series when 'injured_persons' then 'before' else 'killed_before' end, value, status, source from placed where rising = 1 and falling > 1
    union all
    select
        'finding', null, 'KZ', '_T',
        case (select count(distinct period) from line) when 0 then 'case.none' when 1 then 'case.single' else 'case.change' end,
        null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, series, period
