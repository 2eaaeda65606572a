-- What wage arrears did the ministry report for which months? One row is one span of months; spans of different length do not compare.
with spans as (
    -- The span stands in the editors' note of each figure ("January-October; Ministry of Labour").
    select
        case
            when f.measure = 'arrears_identified' then 'full_year_' || f.period
            when f.note like 'January-October;%' then 'jan_oct_' || f.period
            when f.note like 'January-November;%' then 'jan_nov_' || f.period
        end as series,
        f.period, f.value / 1000.0 as value, f.status, f.source
    from statistics f
    where f.measure in ('arrears_identified', 'arrears_identified_ytd') and f.place = 'KZ' and f.sector = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
listed as (select * from spans where series in ('jan_oct_2024', 'jan_oct_2025', 'jan_nov_2025', 'full_year_2025')),
now as (select * from listed where series = 'jan_oct_2025'),
before as (select * from listed where series = 'jan_oct_2024'),
whole as (select * from listed where series = 'full_year_2025')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from listed
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', period, 'KZ', '_T', 'whole', value, status, source from whole
union all
select 'finding', now.period, 'KZ', '_T', 'change_pct', abs(now.value - before.value) * 100.0 / before.value, now.status, now.source
from now, before
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from listed) then 'case.none'
        when not exists (select 1 from now, before, whole) then 'case.single'
        when (select value from now) < (select value from before) then 'case.fell'
        else 'case.rose'
    end, null, null, null
order by 1 desc,
    case series when 'jan_oct_2024' then 1 when 'jan_oct_2025' then 2 when 'jan_nov_2025' then 3 else 4 end
