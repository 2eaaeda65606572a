-- How did compliance with freedom of association and collective bargaining develop in Kazakhstan and in other countries? One row is one country in one year.
with
shown as (
    select s.period, s.place, s.value, s.status, s.source
    from statistics s
    join places p on p.place = s.place and p.kind in ('country', 'foreign')
    where s.measure = 'sdg_882_labour_rights' and s.sector = '_T' and s.sex = '_T' and s.age = '_T' and s.value is not null
        and ($period is null or left(s.period, 4) <= $period)
),
newest as (select * from shown where place = 'KZ' order by period desc limit 1),
first as (select * from shown where place = 'KZ' order by period limit 1),
-- The other countries in the year of Kazakhstan's newest number: only one year compares.
beside as (select shown.place, shown.value from shown join newest on newest.period = shown.period),
rank as (
    select count(*) as countries, count(*) filter (where value > (select value from newest)) + 1 as place from beside
),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, 1 as block from shown
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source, 2 from newest
    union all
    select 'finding', period, 'KZ', '_T', 'before', value, status, source, 2 from first
    union all
    select 'finding', newest.period, 'KZ', '_T', slot.name, cast(slot.value as double), newest.status, newest.source, 2
    from newest, rank
    cross join lateral (values ('countries', rank.countries), ('rank', rank.place)) as slot (name, value)
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when not exists (select 1 from newest) then 'case.others'
            when (select period from first) = (select period from newest) then 'case.one'
            when (select round(value, 1) from newest) > (select round(value, 1) from first) then 'case.rose'
            when (select round(value, 1) from newest) < (select round(value, 1) from first) then 'case.fell'
            else 'case.same'
        end, null, null, null, 3
)
select role, period, place, sector, series, value, status, source
from answer
order by block, case when place = 'KZ' then 0 else 1 end, place, period, series
