-- What share of managers are women, in the picked region where it is published, and what was it a year before? One row is one year.
with shares as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'women_managers_share' and f.sector = '_T' and f.sex = 'F' and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ')) and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from shares where place = coalesce($place, 'KZ') order by period desc limit 1),
before as (
    select shares.* from shares join now on shares.place = now.place
    where cast(shares.period as integer) = cast(now.period as integer) - 1
),
country as (
    -- The country is shown for the region's year; where the region has none, for the newest year.
    select shares.* from shares
    where $place is not null and shares.place = 'KZ' and shares.period <= coalesce((select period from now), '9999')
    order by shares.period desc limit 1
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
