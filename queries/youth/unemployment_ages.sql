-- How did unemployment develop in the three age groups into which young people are divided? One row is one age group in one year.
with rates as (
    select f.period, case f.age when 'Y16-24' then 'age_16_24' when 'Y25-28' then 'age_25_28' else 'age_29_34' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'youth_unemployment_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age in ('Y16-24', 'Y25-28', 'Y29-34')
        and f.value is not null and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
-- The sentence speaks of the newest year that knows all three.
newest as (select period from rates group by period having count(distinct series) = 3 order by period desc limit 1),
now as (select rates.* from rates join newest on newest.period = rates.period)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from rates
union all
select 'finding', period, 'KZ', '_T', 'of_' || right(series, 5), value, status, source from now
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from newest) then 'case.ages' else 'case.none' end, null, null, null
order by 1 desc, 5, 2
