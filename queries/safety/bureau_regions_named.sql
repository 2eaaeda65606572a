-- What did the press quote from the Bureau on single regions? One row is one number of one region.
with known as (
    select f.measure, f.period, f.place, f.value, f.status, f.source
    from statistics f
    join places p on p.place = f.place and p.kind in ('region', 'city')
    where f.measure in ('bns_deaths_since_2000', 'bns_affected') and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
deaths as (select * from known where measure = 'bns_deaths_since_2000' order by period desc, place limit 1),
victims as (select * from known where measure = 'bns_affected' order by period desc, place limit 1),
here as (select * from known where place = $place order by measure desc, period desc limit 1)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, measure from known
union all
select 'finding', period, place, '_T', 'deaths', value, status, source, null from deaths
union all
select 'finding', period, place, '_T', 'victims', value, status, source, null from victims
union all
select 'finding', period, place, '_T', 'here', value, status, source, null from here
union all
select 'finding', null, $place, '_T', 'asked', null, null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from deaths, victims) then 'case.none'
        when exists (select 1 from here where measure = 'bns_deaths_since_2000') then 'case.deaths'
        when exists (select 1 from here) then 'case.victims'
        when $place is not null then 'case.missing'
        else 'case.all'
    end, null, null, null, null
order by 1 desc, 3, 9
