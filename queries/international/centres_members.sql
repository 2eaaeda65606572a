-- How many members do the national union centres claim? One row is one centre in the newest year published for it; the numbers are claims, mostly rounded.
with
claims as (
    select s.period, s.place, s.sector, s.value, s.status, s.source, 1 as later from statistics s
    where s.measure = 'natcentre_members' and s.value is not null
    union all
    select s.period, s.place, 'ORG_FPRK', s.value, s.status, s.source, 1 from statistics s
    where s.measure = 'fprk_members' and s.place = 'KZ' and s.sector = '_T' and s.sex = '_T' and s.age = '_T' and s.value is not null
    union all
    -- Its report comes before what the press says.
    select f.period, f.place, 'ORG_FPRK', f.value, f.status, f.source, 0 from figures f
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null
),
shown as (
    select * from claims
    where $period is null or left(period, 4) <= $period
    qualify row_number() over (partition by sector order by later, period desc, source) = 1
),
here as (select * from shown where sector = 'ORG_FPRK'),
top as (select * from shown order by value desc, sector limit 1),
answer as (
    select 'mark' as role, period, place, sector, '_T' as series, value, status, source, 1 as block from shown
    union all
    select 'finding', period, place, sector, 'now', value, status, source, 2 from here
    union all
    select 'finding', period, place, sector, 'top', value, status, source, 2 from top
    union all
    select
        'finding', null, 'KZ', '_T',
        case when not exists (select 1 from shown) then 'case.none' when exists (select 1 from here) then 'case.beside' else 'case.others' end, null, null, null, 3
)
select role, period, place, sector, series, value, status, source
from answer
order by block, value desc nulls last, sector, series
