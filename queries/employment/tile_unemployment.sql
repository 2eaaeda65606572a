-- What is the unemployment rate, in the picked region where it is published, and what was it a year before? One row is one year.
with numbers as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'unemployment_rate' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and f.place in ('KZ', coalesce($place, 'KZ')) and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from numbers where place = coalesce($place, 'KZ') order by period desc limit 1),
before as (
    select numbers.* from numbers join now on numbers.place = now.place
    -- Two tables of different sources do not compare, nor numbers before and after a break.
    where cast(numbers.period as integer) = cast(now.period as integer) - 1 and numbers.source = now.source
        and same_definition('unemployment_rate', numbers.period, now.period, now.place)
),
country as (
    -- The country is shown for the region's year; where the region has none, for the newest year.
    select numbers.* from numbers
    where $place is not null and numbers.place = 'KZ' and numbers.period <= coalesce((select period from now), '9999')
    order by numbers.period desc limit 1
)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from now
union all
select 'mark', period, place, '_T', '_T', value, status, source from before
union all
select 'finding', period, place, '_T', 'now', value, status, source from now
union all
select 'finding', period, place, '_T', 'before', value, status, source from before
union all
select 'finding', now.period, now.place, '_T', 'change', now.value - before.value, now.status, now.source from now, before
union all
select 'finding', now.period, now.place, '_T', 'change_pct', (now.value - before.value) * 100.0 / before.value, now.status, now.source from now, before
union all
select 'finding', period, place, '_T', 'country_now', value, status, source from country
union all
select 'finding', null, coalesce($place, 'KZ'), '_T', case when exists (select 1 from now) then 'case.value' else 'case.none' end, null, null, null
order by 1 desc, 2 desc, 5
