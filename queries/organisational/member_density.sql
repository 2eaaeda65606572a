-- What share of the country's employees would the unions of FPRK have by each size of membership? One row: one size divided by the employees of its year (or of the newest year before).
with
sizes as (
    -- Of the sizes that were stated, the newest.
    select period, series, value, status, source, block
    from membership_sizes
    where $period is null or left(period, 4) <= $period
    qualify block > 1 or row_number() over (partition by block order by period desc) = 1
),
employees as (
    select period, value * 1000 as value
    from statistics
    where measure = 'employees' and place = 'KZ' and sector = '_T' and sex = '_T' and age = '_T' and length(period) = 4 and value > 0
),
shares as (
    select sizes.period, sizes.series, sizes.value * 100.0 / employees.value as value, sizes.status, sizes.source, sizes.block
    from sizes
    join employees on employees.period <= sizes.period
    qualify row_number() over (partition by sizes.series order by employees.period desc) = 1
),
lowest as (select * from shares order by value limit 1),
highest as (select * from shares order by value desc limit 1),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, block from shares
    union all
    select 'finding', period, 'KZ', '_T', 'low', value, status, source, 9 from lowest
    union all
    select 'finding', period, 'KZ', '_T', 'high', value, status, source, 9 from highest
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shares) then 'case.none'
            when (select count(*) from shares) > 1 then 'case.differ'
            else 'case.one'
        end, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc, block
