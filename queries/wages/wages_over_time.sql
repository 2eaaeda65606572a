-- How far apart are the average wage, the median, the minimum wage and the subsistence minimum? One row is one series in one year.
-- Laws changed the subsistence minimum within 2020 and 2022; the value of 1 January (period without a quarter) is used.
with levels as (
    select
        case f.measure
            when 'average_monthly_wage' then 'average_wage' when 'median_wage' then 'median_wage'
            when 'minimum_wage' then 'minimum_wage' else 'subsistence_minimum'
        end as series,
        f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('average_monthly_wage', 'median_wage', 'minimum_wage', 'subsistence_minimum_statutory')
        and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and length(f.period) = 4
        and ($period is null or left(f.period, 4) <= $period)
),
shares as (
    -- The minimum wage as a share of the average, in the years that have both.
    select low.period, low.value * 100.0 / average.value as value, average.status, average.source
    from levels low join levels average on average.period = low.period and average.series = 'average_wage'
    where low.series = 'minimum_wage'
),
now as (select * from shares order by period desc limit 1),
before as (
    select shares.* from shares, now where cast(shares.period as integer) = cast(now.period as integer) - 1
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from levels
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when not exists (select 1 from before) then 'case.single'
        when (select round(value) from now) < (select round(value) from before) then 'case.fell'
        when (select round(value) from now) > (select round(value) from before) then 'case.rose'
        else 'case.same'
    end, null, null, null
order by 1 desc, case series when 'average_wage' then 1 when 'median_wage' then 2 when 'minimum_wage' then 3 else 4 end, 2
