-- How many of the young labour force (15 to 34 years) look for work in vain in the newest quarter told, in the picked region where it is told,
-- and how many did in the same quarter a year before? One row is one quarter.
with rates as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'youth_unemployment_rate' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y15-34' and f.value is not null
        and f.place in ('KZ', coalesce($place, 'KZ')) and length(f.period) = 7 and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from rates where place = coalesce($place, 'KZ') order by period desc limit 1),
before as (
    select rates.* from rates join now on rates.place = now.place
    where cast(left(rates.period, 4) as integer) = cast(left(now.period, 4) as integer) - 1 and right(rates.period, 2) = right(now.period, 2)
),
country as (
    select rates.* from rates
    where $place is not null and rates.place = 'KZ' and rates.period <= coalesce((select period from now), '9999')
    order by rates.period desc limit 1
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
