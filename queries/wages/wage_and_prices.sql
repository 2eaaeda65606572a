-- Did the average wage grow faster than consumer prices? One row is one series in one year, per cent.
with wages as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'average_monthly_wage' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
growth as (
    select 'nominal_wage' as series, now.period, (now.value - before.value) * 100.0 / before.value as value, now.status, now.source
    from wages now join wages before on cast(before.period as integer) = cast(now.period as integer) - 1
    union all
    select 'consumer_prices', f.period, f.value - 100, f.status, f.source
    from statistics f
    where f.measure = 'cpi_dec_dec' and f.place = 'KZ' and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
both_known as (
    select wage.period, wage.value as wage, price.value as price, wage.status, wage.source
    from growth wage join growth price on price.period = wage.period and price.series = 'consumer_prices'
    where wage.series = 'nominal_wage'
),
now as (select * from both_known order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source
from growth where period in (select period from both_known)
union all
select 'finding', period, 'KZ', '_T', 'wage', wage, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'price', price, status, source from now
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when (select wage from now) < (select price from now) then 'case.behind'
        else 'case.ahead'
    end, null, null, null
order by 1 desc, case series when 'nominal_wage' then 1 else 2 end, 2
