-- What share of women and of men has low pay? One row is one sex in one year.
with low as (
    select f.period, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'low_pay_share' and f.place = 'KZ' and f.sector = '_T' and f.sex in ('_T', 'F', 'M') and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from low where sex <> '_T' having count(distinct sex) = 2),
women as (select low.* from low join newest using (period) where sex = 'F'),
men as (select low.* from low join newest using (period) where sex = 'M')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, sex from low
union all
select 'finding', period, 'KZ', '_T', 'women', value, status, source, sex from women
union all
select 'finding', period, 'KZ', '_T', 'men', value, status, source, sex from men
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from women) then 'case.found' else 'case.none' end, null, null, null, '_T'
order by 1 desc, 9 desc, 2
