-- How many statutory subsistence minima are the average, the median and the minimum wage? One row is one series in one year.
-- The targets are those of the Russian union ASM RF: a yardstick, drawn for the years of its programme alone.
-- A change is told only since the minimum was last redefined.
with known as (
    -- The yearly values: of the minimum that of 1 January (some years also have one of 1 April, under a quarter).
    from official(['subsistence_minimum_statutory', 'average_monthly_wage', 'median_wage', 'minimum_wage'], $period)
    where place = country() and sector = '_T' and length(period) = 4
),
minima as (from known where measure = 'subsistence_minimum_statutory'),
multiples as (
    select wages.* replace (
        if(wages.measure = 'average_monthly_wage', 'average_wage', wages.measure) as series, wages.value / minima.value as value,
        if(wages.status = 'final', minima.status, wages.status) as status
    )
    from known as wages
    join minima using (period)
    where wages.measure <> 'subsistence_minimum_statutory'
),
targets as (
    select
        minima.period, minima.place, minima.sector, replace(target.measure, '_subsistence_multiple', '') as series, target.value, 'final' as status,
        target.source
    from figures as target
    join minima on minima.period between left(target.period, 4) and right(target.period, 4)
    where target.measure in ('target_average_wage_subsistence_multiple', 'target_minimum_wage_subsistence_multiple')
        and is_of_line(target.source, 'asm_rf_programme')
),
minimum_wage as (from multiples where series = 'minimum_wage'),
compared as (from since_last_break('minimum_wage', ['subsistence_minimum_statutory']))
from mark('multiples')
union all
from mark('targets')
union all
from change_since_first('compared', decimals := 2)
order by role desc, list_position(['average_wage', 'median_wage', 'minimum_wage', 'target_average_wage', 'target_minimum_wage'], series), period
