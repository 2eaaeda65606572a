-- What share of large and medium enterprises was covered by collective bargaining, year by year (SDG indicator)? One row is one year.
with
covered as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'collective_bargaining_coverage' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from covered order by period desc limit 1),
-- A growth is told only within one kind of numbers.
first as (
    select covered.* from covered join now on covered.period < now.period and same_definition('collective_bargaining_coverage', covered.period, now.period, 'KZ')
    order by covered.period limit 1
),
last_before as (select covered.* from covered join now on covered.period < now.period order by covered.period desc limit 1),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from covered
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
    union all
    select 'finding', period, 'KZ', '_T', 'first', value, status, source from first
    union all
    select 'finding', period, 'KZ', '_T', 'before', value, status, source from last_before
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from now) then 'case.none'
            when exists (select 1 from now where list_contains(breaks_of(['collective_bargaining_coverage'], 'KZ'), period)) then 'case.break'
            when not exists (select 1 from first) then 'case.single'
            when (select round(value, 1) from now) > (select round(value, 1) from first) then 'case.rose'
            when (select round(value, 1) from now) < (select round(value, 1) from first) then 'case.fell'
            else 'case.same'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, period
