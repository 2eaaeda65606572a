-- In which sections were most people affected by the Bureau? One row is one section named in the newest year.
with known as (
    select f.period, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure = 'bns_affected' and f.place = 'KZ' and f.sector <> '_T' and ($period is null or left(f.period, 4) <= $period)
),
shown as (select known.* from known where period = (select max(period) from known)),
top as (select * from shown order by value desc, sector limit 1),
here as (select * from shown where sector in (select s.section from sectors s where s.sector = $sector) order by value desc, sector limit 1)
select 'mark' as role, period, 'KZ' as place, sector, '_T' as series, value, status, source from shown
union all
select 'finding', period, 'KZ', sector, 'top', value, status, source from top
union all
select 'finding', period, 'KZ', sector, 'here', value, status, source from here
union all
select 'finding', null, 'KZ', $sector, 'asked', null, null, null where $sector is not null
union all
select 'finding', null, 'KZ', coalesce($sector, '_T'),
    case
        when not exists (select 1 from top) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $sector is not null then 'case.missing'
        else 'case.top'
    end, null, null, null
order by 1 desc, 6 desc nulls last
