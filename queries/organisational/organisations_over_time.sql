-- How many primary organisations did FPRK state over the years? One row is one year.
with
stated as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'fprk_primary_orgs' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from stated order by period desc limit 1),
first as (select stated.* from stated join now on stated.period < now.period order by stated.period limit 1),
lowest as (select * from stated order by value, period limit 1),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from stated
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
    union all
    select 'finding', period, 'KZ', '_T', 'before', value, status, source from first
    union all
    select 'finding', period, 'KZ', '_T', 'low', value, status, source from lowest
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from now) then 'case.none'
            when not exists (select 1 from first) then 'case.single'
            when (select value from now) < (select value from first) then 'case.fell'
            when (select value from now) > (select value from first) then 'case.rose'
            when (select value from lowest) < (select value from now) then 'case.dip'
            else 'case.same'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, period
