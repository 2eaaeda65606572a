-- Where is the share of union members high, in the newest year that Kazakhstan has? One row is one country, all in one year.
with
known as (
    select s.period, s.place, s.value, s.status, s.source
    from statistics s
    join places p on p.place = s.place and p.kind in ('country', 'foreign')
    where s.measure = 'union_density' and s.sector = '_T' and s.sex = '_T' and s.age = '_T' and s.value is not null
        and ($period is null or left(s.period, 4) <= $period)
),
shown as (select * from known where period = coalesce((select max(period) from known where place = 'KZ'), (select max(period) from known))),
here as (select * from shown where place = 'KZ'),
numbers as (
    select
        count(*) as countries, count(*) filter (where value > (select value from here)) + 1 as rank_high, count(*) filter (where value < (select value from here)) + 1 as rank_low,
        count(*) filter (where value = (select max(value) from shown)) as at_top, max(value) as top, max(period) as period, max(source) as source
    from shown
    having count(*) > 0
),
top as (select * from shown order by value desc, place limit 1),
low as (select * from shown order by value, place limit 1),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, 1 as block from shown
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source, 2 from here
    union all
    select 'finding', period, place, '_T', 'top', value, status, source, 2 from top
    union all
    select 'finding', period, place, '_T', 'low', value, status, source, 2 from low
    union all
    select 'finding', numbers.period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', numbers.source, 2
    from numbers
    cross join lateral (
        values ('countries', numbers.countries), ('rank_high', numbers.rank_high), ('rank_low', numbers.rank_low), ('at_top', numbers.at_top)
    ) as slot (name, value)
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when not exists (select 1 from here) then 'case.others'
            when (select value from here) = (select top from numbers) then 'case.highest'
            else 'case.beside'
        end, null, null, null, 3
)
select role, period, place, sector, series, value, status, source
from answer
order by block, value desc nulls last, case when place = 'KZ' then 0 else 1 end, place, series
