-- What does each of the official age limits say of people who neither work nor study? One row is one age group in one period;
-- a quarter is never part of a line of years.
with rates as (
    select f.period, 'age_' || replace(right(f.age, 5), '-', '_') || case when length(f.period) = 4 then '' else '_quarter' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
        and ((f.age in ('Y15-24', 'Y15-28', 'Y15-34') and length(f.period) = 4) or f.age = 'Y15-34')
),
-- Two age groups are named for the newest year that knows both.
newest as (
    select period from rates where series in ('age_15_24', 'age_15_28', 'age_15_34') group by period having count(distinct series) > 1 order by period desc limit 1
),
now as (select rates.* from rates join newest on newest.period = rates.period)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from rates
union all
select 'finding', period, 'KZ', '_T', 'of_' || right(series, 5), value, status, source from now where series not like '%quarter'
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from newest) then 'case.none'
        when exists (select 1 from now where series = 'age_15_34') then 'case.to_34'
        else 'case.to_28'
    end, null, null, null
order by 1 desc, 5, 2
