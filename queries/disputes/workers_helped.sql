-- How many workers did unions help, as FPRK named it in different years? One row is one published number; kinds do not compare.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('workers_rights_defended', 'employees_legalised') and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
    union all
    select f.measure, f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'arrears_workers_restored' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
defended as (select * from known where measure = 'workers_rights_defended' order by period desc limit 1),
legalised as (select * from known where measure = 'employees_legalised' order by period desc limit 1),
restored as (select * from known where measure = 'arrears_workers_restored' order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure from known
union all
select 'finding', period, 'KZ', '_T', 'defended', value, status, source, null from defended
union all
select 'finding', period, 'KZ', '_T', 'legalised', value, status, source, null from legalised
union all
select 'finding', period, 'KZ', '_T', 'restored', value, status, source, null from restored
union all
select 'finding', null, 'KZ', '_T',
    case when exists (select 1 from defended, restored) then 'case.both' when exists (select 1 from defended, legalised) then 'case.defended' else 'case.none' end, null, null, null, null
order by 1 desc, 2 desc, 9
