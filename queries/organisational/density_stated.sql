-- What union density did the territorial associations state, and what do their own members give against the Bureau's employees?
-- One row: one region's stated density; the finding sets the computed one beside it.
with
stated as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'union_density_region' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.place order by f.period desc) = 1
),
both_known as (
    select s.period, s.place, s.value as stated, m.value * 100.0 / (e.value * 1000) as computed, s.status, s.source
    from stated s
    join statistics m on m.measure = 'fprk_members' and m.place = s.place and m.period = s.period and m.source = s.source and m.age = '_T' and m.sex = '_T'
    join statistics e on e.measure = 'employees' and e.place = s.place and e.period = s.period and e.sector = '_T' and e.sex = '_T' and e.age = '_T'
    where e.value > 0
),
told as (
    select * from both_known
    where place = $place or not exists (select 1 from both_known where place = $place)
    order by abs(stated - computed) desc
    limit 1
),
missing as (
    select cast($place as varchar) as place
    where $place is not null and exists (select 1 from stated) and not exists (select 1 from stated where stated.place = $place)
),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, 1 as block from stated
    union all
    select 'mark', (select max(period) from stated), place, '_T', '_T', null, null, null, 2 from missing
    union all
    select 'finding', period, place, '_T', 'stated', stated, status, source, 3 from told
    union all
    select 'finding', period, place, '_T', 'computed', computed, status, source, 3 from told
    union all
    select 'finding', null, place, '_T', 'asked', null, null, null, 3 from missing
    union all
    select
        'finding', null, null, '_T',
        case
            when not exists (select 1 from told) then 'case.none'
            when exists (select 1 from missing) then 'case.unpublished'
            else 'case.beside'
        end, null, null, null, 3
)
select role, period, place, sector, series, value, status, source
from answer
order by block, value desc, place
