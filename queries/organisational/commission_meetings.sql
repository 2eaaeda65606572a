-- How often did tripartite commissions meet at each level, this year and the year before? One row: one level in one of the two newest years.
with
counted as (
    select f.period, f.value, f.status, f.source,
           case f.measure when 'republican_commission_meetings' then 'republican_commission'
                          when 'regional_commission_meetings' then 'regional_commissions' else 'sectoral_commissions' end as series,
           case f.measure when 'regional_commission_meetings' then 1 when 'sectoral_commission_meetings' then 2 else 3 end as position,
           dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure in ('republican_commission_meetings', 'regional_commission_meetings', 'sectoral_commission_meetings')
        and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
slots as (
    select period, value, status, source,
           replace(replace(series, '_commissions', ''), '_commission', '') || case age when 1 then '' else '_before' end as slot
    from counted
    where age <= 2
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, position from counted where age <= 2
    union all
    select 'finding', period, 'KZ', '_T', slot, value, status, source, 9 from slots
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from counted) then 'case.none'
            when not exists (select 1 from counted where age = 2) then 'case.one_year'
            else 'case.change'
        end, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, position, period
