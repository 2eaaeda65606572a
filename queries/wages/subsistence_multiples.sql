-- How many statutory subsistence minima are the average, the median and the minimum wage? One row is one series in one year.
-- The targets are those of the Russian union ASM RF for 2020-2024, drawn over all years as a yardstick.
with minima as (
    -- The yearly value: that of 1 January (2020 and 2022 also have one of 1 April, under a quarter).
    select f.period, f.value, f.status
    from statistics f
    where f.measure = 'subsistence_minimum_statutory' and f.place = 'KZ' and f.sector = '_T' and length(f.period) = 4
        and ($period is null or left(f.period, 4) <= $period)
),
multiples as (
    select
        case f.measure when 'average_monthly_wage' then 'average_wage' when 'median_wage' then 'median_wage' else 'minimum_wage' end as series,
        f.period, f.value / minima.value as value, case when f.status = 'final' then minima.status else f.status end as status, f.source
    from statistics f join minima on minima.period = f.period
    where f.measure in ('average_monthly_wage', 'median_wage', 'minimum_wage')
        and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
),
targets as (
    select
        case f.measure when 'target_average_wage_subsistence_multiple' then 'target_average_wage' else 'target_minimum_wage' end as series,
        f.value, f.source
    from figures f
    where f.measure in ('target_average_wage_subsistence_multiple', 'target_minimum_wage_subsistence_multiple')
        and f.source = 'asm_rf_programme_2020'
),
now as (select * from multiples where series = 'minimum_wage' order by period desc limit 1),
target as (select * from targets where series = 'target_minimum_wage')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from multiples
union all
select 'mark', minima.period, 'KZ', '_T', targets.series, targets.value, 'final', targets.source from targets cross join minima
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', now.period, 'KZ', '_T', 'target', target.value, 'final', target.source from target, now
union all
-- What the lowest wage lacks to the yardstick, in tenge a month.
select 'finding', now.period, 'KZ', '_T', 'missing', (target.value - now.value) * minima.value, now.status, now.source
from target, now
join minima on minima.period = now.period
where now.value < target.value
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when (select value from now) < (select value from target) then 'case.below'
        else 'case.reached'
    end, null, null, null
order by 1 desc,
    case series when 'average_wage' then 1 when 'median_wage' then 2 when 'minimum_wage' then 3 when 'target_average_wage' then 4 else 5 end, 2
