-- How many of the employed work for hire and how many on their own account? One row is one group in one quarter for which both are published.
with part as (
    select f.period, case f.measure when 'employees' then 'hired' else 'own_account' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure in ('employees', 'self_employed') and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) > 4 and ($period is null or left(f.period, 4) <= $period)
),
whole as (
    select f.period, f.value
    from statistics f
    where f.measure = 'employed' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) > 4 and ($period is null or left(f.period, 4) <= $period)
),
shares as (select part.*, part.value * 100.0 / whole.value as share from part join whole on whole.period = part.period),
now as (select * from shares where series = 'own_account' order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share from shares
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source, null from now
union all
select 'finding', period, 'KZ', '_T', 'share', share, status, source, null from now
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.found' else 'case.none' end, null, null, null, null
order by 1 desc, 2 desc, 5
