-- To how many workers were wages owed and how many were paid? One row is one group in one span of months; only equal spans compare.
with line as (
    select
        case
            when f.measure not like '%_ytd' then 'full_year_' || f.period
            when f.note like 'January-October;%' then 'jan_oct_' || f.period
            when f.note like 'January-November;%' then 'jan_nov_' || f.period
        end as series,
        case when f.measure like 'arrears_workers_repaid%' then 'arrears_workers_repaid' else 'arrears_workers' end as measure,
        f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('arrears_workers', 'arrears_workers_ytd', 'arrears_workers_repaid', 'arrears_workers_repaid_ytd')
        and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    -- The longest span of the newest year.
    select series from line group by series order by list_position(['jan_oct_2024', 'jan_oct_2025', 'jan_nov_2025', 'full_year_2025'], series) desc limit 1
),
owed as (select line.* from line join newest on newest.series = line.series where line.measure = 'arrears_workers'),
repaid as (select line.* from line join newest on newest.series = line.series where line.measure = 'arrears_workers_repaid')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, measure from line
union all
select 'finding', period, 'KZ', '_T', 'owed', value, status, source, null from owed
union all
select 'finding', period, 'KZ', '_T', 'repaid', value, status, source, null from repaid
union all
select 'finding', owed.period, 'KZ', '_T', 'share', repaid.value * 100.0 / owed.value, owed.status, owed.source, null from owed, repaid
union all
select 'finding', null, 'KZ', '_T', 
    case
        when not exists (select 1 from owed, repaid) then 'case.none'
        when (select series from newest) like 'full_year%' then 'case.full_year'
        when (select series from newest) like 'jan_nov%' then 'case.jan_nov'
        else 'case.jan_oct'
    end, null, null, null, null
order by 1 desc, list_position(['jan_oct_2024', 'jan_oct_2025', 'jan_nov_2025', 'full_year_2025'], series), 9
