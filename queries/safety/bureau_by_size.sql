-- Which part of the victims is at small enterprises? One row is one size of enterprise in one year.
with part as (
    select f.period, case f.measure when 'bns_affected_small' then 'size_small' else 'size_large_medium' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure in ('bns_affected_large_medium', 'bns_affected_small') and f.place = 'KZ' and f.sector = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
shares as (select part.*, part.value * 100.0 / sum(part.value) over (partition by part.period) as share, count(*) over (partition by part.period) as sizes from part),
shown as (select * from shares where sizes = 2),
now as (select * from shown where series = 'size_small' order by period desc limit 1),
before as (select shown.* from shown, now where shown.series = 'size_small' and shown.period < now.period order by shown.period limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share from shown
union all
select 'finding', period, 'KZ', '_T', 'now', share, status, source, null from now
union all
select 'finding', period, 'KZ', '_T', 'before', share, status, source, null from before
union all
select 'finding', null, 'KZ', '_T',
    case when not exists (select 1 from now) then 'case.none' when exists (select 1 from before) then 'case.change' else 'case.single' end, null, null, null, null
order by 1 desc, 2 desc, 5
