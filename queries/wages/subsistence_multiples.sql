-- How many statutory subsistence minima are the average, the median and the minimum wage? One row is one series in one year.
-- The targets are those of the Russian union ASM RF for 2020-2024, drawn over all years as a yardstick.
with known as (
    -- The yearly values: of the minimum that of 1 January (2020 and 2022 also have one of 1 April, under a quarter).
    from official(['subsistence_minimum_statutory', 'average_monthly_wage', 'median_wage', 'minimum_wage'], $period)
    where place = 'KZ' and sector = '_T' and length(period) = 4
),
minima as (from known where measure = 'subsistence_minimum_statutory'),
multiples as (
    select
        wages.* replace (
            if(wages.measure = 'average_monthly_wage', 'average_wage', wages.measure) as series, wages.value / minima.value as value,
            if(wages.status = 'final', minima.status, wages.status) as status
        ),
        minima.value as minimum
    from known as wages
    join minima using (period)
    where wages.measure <> 'subsistence_minimum_statutory'
),
targets as (
    select minima.period, minima.place, minima.sector, replace(target.measure, '_subsistence_multiple', '') as series, target.value, 'final' as status, target.source
    from figures as target
    cross join minima
    where target.measure in ('target_average_wage_subsistence_multiple', 'target_minimum_wage_subsistence_multiple')
        and target.source = 'asm_rf_programme_2020'
),
now as (from multiples where series = 'minimum_wage' order by period desc limit 1),
target as (from (from targets where series = 'target_minimum_wage') semi join now using (period)),
-- What the lowest wage lacks to the yardstick, in tenge a month.
missing as (
    select now.* replace ((target.value - now.value) * minimum as value) from now cross join target where now.value < target.value
)
from mark('multiples')
union all
from mark('targets')
union all
from slot('now')
union all
from slot('target')
union all
from slot('missing')
union all
from chosen(case when nothing_in('now') then 'case.none' when exists (from missing) then 'case.below' else 'case.reached' end)
order by role desc, list_position(['average_wage', 'median_wage', 'minimum_wage', 'target_average_wage', 'target_minimum_wage'], series), period
