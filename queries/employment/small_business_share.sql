-- Which part of working people is in small enterprises and in small and medium business? One row is one share.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('small_enterprise_employees', 'enterprises_small', 'sme_employed', 'sme_operating', 'employees', 'employed')
        and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and length(f.period) = 4
        and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure, f.period order by f.source) = 1
),
shares as (
    select 'small_enterprises' as series, part.period, part.value * 100.0 / whole.value as value, part.status, part.source
    from known part join known whole on whole.measure = 'employees' and whole.period = part.period
    where part.measure = 'small_enterprise_employees'
    union all
    -- Counted on 1 January: the average of the year before is the base.
    select 'small_medium_business', part.period, part.value * 100.0 / whole.value, part.status, part.source
    from known part join known whole on whole.measure = 'employed' and cast(whole.period as integer) = cast(part.period as integer) - 1
    where part.measure = 'sme_employed'
),
counts as (
    select case measure when 'enterprises_small' then 'small_count' else 'sme_count' end as series, period, value, status, source
    from known where measure in ('enterprises_small', 'sme_operating')
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shares
union all
select 'finding', period, 'KZ', '_T', case series when 'small_enterprises' then 'small' else 'sme' end, value, status, source from shares
union all
select 'finding', period, 'KZ', '_T', series, value, status, source from counts
union all
select 'finding', null, 'KZ', '_T',
    case
        when (select count(*) from shares) + (select count(*) from counts) = 4 then 'case.found'
        when exists (select 1 from shares) then 'case.small'
        else 'case.none'
    end, null, null, null
order by 1 desc, 6 desc
