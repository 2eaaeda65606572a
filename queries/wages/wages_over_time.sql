-- How far apart are the average wage, the median, the minimum wage and the subsistence minimum? One row is one series in one year.
-- Laws changed the subsistence minimum within some years; the value of 1 January (period without a quarter) is used.
with known as (
    from official(['average_monthly_wage', 'median_wage', 'minimum_wage', 'subsistence_minimum_statutory'], $period)
    where place = country() and sector = '_T' and length(period) = 4
),
levels as (
    select * replace (
        case measure when 'average_monthly_wage' then 'average_wage' when 'subsistence_minimum_statutory' then 'subsistence_minimum' else measure end as series
    )
    from known
),
-- The minimum wage as a share of the average, in the years that have both.
shares as (from ratio_of('known', 'minimum_wage', 'average_monthly_wage'))
from mark('levels')
union all
from change_since_year_before('shares', decimals := 0)
order by role desc, list_position(['average_wage', 'median_wage', 'minimum_wage', 'subsistence_minimum'], series), period
