-- When were the structures founded or registered? One row is one year of one structure.
with
published as (
    select measure, period, sector, value, status, source from figures
    where measure in ('org_founding_year', 'org_registration_year') and value is not null
    union all
    select measure, period, sector, value, status, source from statistics
    where measure = 'org_founding_year' and value is not null
),
shown as (select * from published where $period is null or left(period, 4) <= $period),
oldest as (select * from shown order by value, sector limit 1),
youngest as (select * from shown order by value desc, sector limit 1),
answer as (
    select 'mark' as role, period, '_Z' as place, sector, '_T' as series, value, status, source, measure, 1 as block from shown
    union all
    select 'finding', cast(cast(value as integer) as varchar), '_Z', sector, 'oldest', value, status, source, null, 2 from oldest
    union all
    select 'finding', cast(cast(value as integer) as varchar), '_Z', sector, 'youngest', value, status, source, null, 2 from youngest
    union all
    select
        'finding', null, '_Z', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when (select sector from oldest) = (select sector from youngest) then 'case.one'
            else 'case.span'
        end, null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, measure
from answer
order by block, value, sector, measure, series
