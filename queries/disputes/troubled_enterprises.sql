-- How many enterprises with social tension did the ministry monitor? One row is one count of the newest year.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('troubled_enterprises', 'troubled_enterprises_added', 'troubled_enterprises_resolved', 'troubled_enterprises_end')
        and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
shown as (select known.* from known where period = (select max(period) from known)),
listed as (select * from shown where measure = 'troubled_enterprises'),
added as (select * from shown where measure = 'troubled_enterprises_added'),
resolved as (select * from shown where measure = 'troubled_enterprises_resolved'),
ended as (select * from shown where measure = 'troubled_enterprises_end')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure from shown
union all
select 'finding', period, 'KZ', '_T', 'start', value, status, source, null from listed
union all
select 'finding', period, 'KZ', '_T', 'added', value, status, source, null from added
union all
select 'finding', period, 'KZ', '_T', 'resolved', value, status, source, null from resolved
union all
select 'finding', period, 'KZ', '_T', 'end', value, status, source, null from ended
union all
select 'finding', null, 'KZ', '_T',
    case
        when exists (select 1 from listed, added, ended) then 'case.balance'
        when exists (select 1 from listed, resolved) then 'case.resolved'
        else 'case.none'
    end, null, null, null, null
order by 1 desc, list_position(['troubled_enterprises', 'troubled_enterprises_added', 'troubled_enterprises_resolved', 'troubled_enterprises_end'], measure)
