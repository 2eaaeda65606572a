-- In how many countries does each structure have members? One row is one structure in the newest year published for it; a document of the unions comes before the structure's own page.
with
published as (
    select sector, period, value, status, source, 0 as later from figures where measure = 'org_countries' and value is not null
    union all
    select sector, period, value, status, source, 1 from statistics where measure = 'org_countries' and value is not null
),
shown as (
    select * from published
    where $period is null or left(period, 4) <= $period
    qualify row_number() over (partition by sector order by later, period desc, source) = 1
),
top as (select * from shown order by value desc, sector limit 1),
number as (select count(*) as value from shown),
answer as (
    select 'mark' as role, period, '_Z' as place, sector, '_T' as series, value, status, source, 1 as block from shown
    union all
    select 'finding', period, '_Z', sector, 'top', value, status, source, 2 from top
    union all
    select 'finding', top.period, '_Z', '_T', 'structures', cast(number.value as double), top.status, top.source, 2 from top, number
    union all
    select 'finding', null, '_Z', '_T', case when exists (select 1 from shown) then 'case.top' else 'case.none' end, null, null, null, 3
)
select role, period, place, sector, series, value, status, source
from answer
order by block, value desc nulls last, sector, series
