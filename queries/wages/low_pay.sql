-- Which share of employees is paid less than two thirds of the median hour? One row is one group in one year.
with line as (
    select f.period, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'low_pay_share' and f.place = 'KZ' and f.sector = '_T' and f.age = '_T' and ($period is null or left(f.period, 4) <= $period)
),
now as (select line.* from line where period = (select max(period) from line))
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, sex from line
union all
select 'finding', period, 'KZ', '_T', case sex when 'M' then 'men' when 'F' then 'women' else 'now' end, value, status, source, null from now
union all
select 'finding', null, 'KZ', '_T', case when (select count(*) from now) = 3 then 'case.found' else 'case.none' end, null, null, null, null
order by 1 desc, 9 desc, 2
