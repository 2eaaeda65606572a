-- How much less is the average monthly wage of women than that of men, and a year before? One row is one year: (men - women) / men, per cent.
with wages as (
    select f.period, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'average_monthly_wage' and f.place = 'KZ' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
gaps as (
    select women.period, (men.value - women.value) * 100.0 / men.value as value, women.status, women.source
    from wages women join wages men on men.period = women.period and men.sex = 'M'
    where women.sex = 'F'
),
now as (select * from gaps order by period desc limit 1),
before as (
    select gaps.* from gaps join now on cast(gaps.period as integer) = cast(now.period as integer) - 1
)
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
