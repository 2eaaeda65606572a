-- Which part of the arrears found was repaid? One row is one span of months; found and repaid are of the same span and publication.
with sums as (
    select
        case
            when f.measure not like '%_ytd' then 'full_year_' || f.period
            when f.note like 'January-October;%' then 'jan_oct_' || f.period
            when f.note like 'January-November;%' then 'jan_nov_' || f.period
        end as series,
        case when f.measure like 'arrears_repaid%' then 'repaid' else 'found' end as part, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('arrears_repaid', 'arrears_repaid_ytd', 'arrears_identified', 'arrears_identified_ytd')
        and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
line as (
    select repaid.series, repaid.period, repaid.value * 100.0 / found.value as value, repaid.status, repaid.source
    from sums repaid join sums found on found.series = repaid.series and found.source = repaid.source and found.part = 'found'
    where repaid.part = 'repaid'
),
now as (select * from line where series = 'jan_oct_2025'),
before as (select * from line where series = 'jan_oct_2024')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', null, 'KZ', '_T',
    case when exists (select 1 from now, before) then 'case.compared' when exists (select 1 from before) then 'case.single' else 'case.none' end, null, null, null
order by 1 desc, list_position(['jan_oct_2024', 'jan_oct_2025', 'jan_nov_2025', 'full_year_2025'], series)
