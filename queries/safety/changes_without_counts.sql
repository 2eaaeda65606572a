-- Which changes of injuries and deaths were published without their counts? One row is one published change.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('bns_deaths_change', 'injuries_change') and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
deaths as (select * from known where measure = 'bns_deaths_change' order by period desc limit 1),
injuries as (select * from known where measure = 'injuries_change' order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure from known
union all
select 'finding', period, 'KZ', '_T', 'deaths', value, status, source, null from deaths
union all
select 'finding', period, 'KZ', '_T', 'injuries', value, status, source, null from injuries
union all
select 'finding', null, 'KZ', '_T',
    case when exists (select 1 from deaths, injuries) then 'case.both' when exists (select 1 from injuries) then 'case.one' else 'case.none' end, null, null, null, null
order by 1 desc, 2 desc
