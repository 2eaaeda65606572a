-- In how many years was each country among the ten worst of the ITUC index? One row is one country; only years whose list could be read are counted.
with
named as (
    select s.period, s.place, s.status, s.source
    from statistics s
    where s.measure = 'ituc_gri_ten_worst' and s.value = 1 and ($period is null or left(s.period, 4) <= $period)
),
shown as (select place, count(*) as value, max(period) as period, min(status) as status, max(source) as source from named group by place),
top as (select * from shown order by value desc, place limit 1),
years as (select count(distinct period) as value, max(period) as period, max(source) as source from named having count(*) > 0),
here as (select * from shown where place = 'KZ'),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, cast(value as double) as value, status, source, 1 as block from shown
    union all
    select 'finding', period, 'KZ', '_T', 'now', cast(value as double), status, source, 2 from here
    union all
    select 'finding', period, place, '_T', 'top', cast(value as double), status, source, 2 from top
    union all
    select 'finding', period, 'KZ', '_T', 'years', cast(value as double), 'final', source, 2 from years
    union all
    select
        'finding', null, 'KZ', '_T',
        case when not exists (select 1 from shown) then 'case.none' when exists (select 1 from here) then 'case.named' else 'case.not_named' end, null, null, null, 3
)
select role, period, place, sector, series, value, status, source
from answer
order by block, value desc nulls last, place, series
