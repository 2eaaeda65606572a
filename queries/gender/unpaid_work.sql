-- What part of the day do women and men spend on unpaid household work, in the two newest surveys? One row is one sex in one survey.
with part as (
    select f.period, f.sex, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as recency
    from statistics f
    where f.measure = 'unpaid_work_time_share' and f.place = 'KZ' and f.sector = '_T' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
    qualify recency <= 2
),
women as (select * from part where recency = 1 and sex = 'F'),
men as (select * from part where recency = 1 and sex = 'M')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, sex from part
union all
select 'finding', period, 'KZ', '_T', 'women', value, status, source, sex from women
union all
select 'finding', period, 'KZ', '_T', 'men', value, status, source, sex from men
union all
select 'finding', women.period, 'KZ', '_T', 'times', women.value / men.value, women.status, women.source, '_T' from women, men
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from women) and exists (select 1 from men) then 'case.found' else 'case.none' end, null, null, null, '_T'
order by 1 desc, case sex when 'F' then 1 when 'M' then 2 else 3 end, 2, 5
