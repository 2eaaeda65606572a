-- How did the unemployment rate move from quarter to quarter? One row is one quarter; quarters that are not published are missing.
with line as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'unemployment_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and f.period like '%-Q%' and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from line order by period desc limit 1),
-- Of equal quarters the newest is named.
low as (select * from line order by value, period desc limit 1),
high as (select * from line order by value desc, period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'low', value, status, source from low
union all
select 'finding', period, 'KZ', '_T', 'high', value, status, source from high
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.spread' else 'case.none' end, null, null, null
order by 1 desc, 2
