-- What do women and men earn a month on average? One row is one sex in one year.
with wages as (
    select f.period, case f.sex when 'F' then 'women' else 'men' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'average_monthly_wage' and f.place = 'KZ' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from wages having count(distinct series) = 2),
women as (select wages.* from wages join newest using (period) where series = 'women'),
men as (select wages.* from wages join newest using (period) where series = 'men')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from wages
union all
select 'finding', period, 'KZ', '_T', 'women', value, status, source from women
union all
select 'finding', period, 'KZ', '_T', 'men', value, status, source from men
union all
select 'finding', women.period, 'KZ', '_T', 'less', (men.value - women.value) * 100.0 / men.value, women.status, women.source from women, men
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from women) then 'case.none'
        when (select women.value < men.value from women, men) then 'case.less'
        else 'case.not_less'
    end, null, null, null
order by 1 desc, 5 desc, 2
