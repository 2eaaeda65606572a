-- What share of the employed are people aged 15 to 17, among women, men and all? One row is one group in one year.
with shares as (
    select f.period, case f.sex when 'F' then 'girls_15_17' when 'M' then 'boys_15_17' else 'all_15_17' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'working_teen_share' and f.place = 'KZ' and f.sector = '_T' and f.age = 'Y15-17' and f.value is not null and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from shares where period = (select max(period) from shares)),
peak as (select * from shares where series = 'all_15_17' order by value desc, period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shares
union all
select 'finding', period, 'KZ', '_T', case series when 'girls_15_17' then 'girls' when 'boys_15_17' then 'boys' else 'now' end, value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'peak', value, status, source from peak
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when (select count(distinct period) from shares) = 1 then 'case.single'
        when (select period from peak) = (select max(period) from now) then 'case.highest'
        else 'case.below'
    end, null, null, null
order by 1 desc, 5, 2
