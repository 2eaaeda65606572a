-- What share of people aged 15 to 34 neither work nor study, and what was it a year before? One row is one year.
with rates as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y15-34' and f.value is not null
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from rates order by period desc limit 1),
before as (select rates.* from rates, now where cast(rates.period as integer) = cast(now.period as integer) - 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from now
union all
select 'mark', period, 'KZ', '_T', '_T', value, status, source from before
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', now.period, 'KZ', '_T', 'change', now.value - before.value, now.status, now.source from now, before
union all
select 'finding', now.period, 'KZ', '_T', 'change_pct', (now.value - before.value) * 100.0 / before.value, now.status, now.source from now, before
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.value' else 'case.none' end, null, null, null
order by 1 desc, 2 desc, 5
