-- How much do men and women need by the Bureau's computed minimum? One row is one group in one of the two newest years.
with line as (
    select f.period, f.sex, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as recency
    from statistics f
    where f.measure = 'subsistence_minimum_august' and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from line where recency = 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, sex from line where recency <= 2
union all
select 'finding', period, 'KZ', '_T', case sex when 'M' then 'men' else 'women' end, value, status, source, null from now where sex <> '_T'
union all
select 'finding', null, 'KZ', '_T', case when (select count(*) from now where sex <> '_T') = 2 then 'case.found' else 'case.none' end, null, null, null, null
order by 1 desc, 9, 2
