-- How many checks did union inspectors make and how many violations did they find? One row is one count of one union in the newest year.
with known as (
    select f.measure, f.period, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure in ('union_inspections', 'union_inspection_violations') and f.place = country() and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
-- One union is told: the picked one if it has published, else the newest.
spoken as (
    select sector, period from known where measure = 'union_inspections'
    order by case when sector = $sector then 0 else 1 end, period desc, sector limit 1
),
shown as (select known.* from known join spoken on spoken.sector = known.sector and spoken.period = known.period),
inspections as (select * from shown where measure = 'union_inspections'),
violations as (select * from shown where measure = 'union_inspection_violations')
select 'mark' as role, period, country() as place, sector, '_T' as series, value, status, source, measure from shown
union all
select 'finding', period, country(), sector, 'inspections', value, status, source, null from inspections
union all
select 'finding', period, country(), sector, 'violations', value, status, source, null from violations
union all
select 'finding', violations.period, country(), violations.sector, 'each', violations.value / inspections.value, violations.status, violations.source, null
from inspections, violations
union all
select 'finding', null, country(), $sector, 'asked', null, null, null, null where $sector is not null
union all
select 'finding', null, country(), coalesce($sector, '_T'),
    case
        when not exists (select 1 from inspections, violations) then 'case.none'
        when $sector is not null and (select sector from spoken) <> $sector then 'case.missing'
        else 'case.found'
    end, null, null, null, null
order by 1 desc, 9
