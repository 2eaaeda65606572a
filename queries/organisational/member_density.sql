-- What share of the country's employees would the unions of {@us.en} have by each size of membership?
-- One row: one size divided by the employees of its year (or of the newest year before).
with sizes as (
    -- Of the sizes that were stated, the newest.
    select period, country() as place, '_T' as sector, series, value, status, source
    from sizes_as_of($period)
    qualify block > 1 or row_number() over (partition by block order by period desc) = 1
),
employees as (from official(['employees'], null) where place = country() and sector = '_T' and length(period) = 4 and value > 0),
shares as (
    -- Employees are counted in thousands.
    select sizes.* replace (0.1 * sizes.value / employees.value as value)
    from sizes
    join employees on employees.period <= sizes.period
    qualify row_number() over (partition by sizes.series order by employees.period desc, employees.source) = 1
),
top as (from highest('shares')),
bottom as (from lowest('shares'))
from mark('shares')
union all
from slots_of('top', 'bottom')
union all
from chosen(case (select count(*) from shares) when 0 then 'case.none' when 1 then 'case.one' else 'case.differ' end)
order by role desc, value desc, series
