-- How many people were poisoned at work? One row is one year that was published.
with line as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'bns_poisonings' and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from line order by period desc limit 1),
high as (select * from line order by value desc, period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'high', value, status, source from high
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.found' else 'case.none' end, null, null, null
order by 1 desc, 2
