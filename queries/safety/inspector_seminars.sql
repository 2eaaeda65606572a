-- How many seminars for technical inspectors of each sectoral union does the report count, and how many inspectors won prizes?
-- One row is one sector named; a sector whose number is not printed has no value.
with known as (
    select f.measure, f.period, f.sector, f.value, f.status, f.source
    from figures f
    where f.measure in ('inspector_training_seminars', 'best_inspectors_awarded') and f.place = country() and f.series = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from known where measure = 'inspector_training_seminars' having count(*) > 0),
seminars as (select known.* from known join newest on newest.period = known.period where known.measure = 'inspector_training_seminars' and known.sector <> '_T'),
awarded as (select known.* from known join newest on newest.period = known.period where known.measure = 'best_inspectors_awarded'),
here as (select * from seminars where sector = $sector)
select 'mark' as role, period, country() as place, sector, '_T' as series, value, status, source from seminars
union all
select 'mark', newest.period, country(), $sector, '_T', null, null, null from newest where $sector is not null and not exists (select 1 from here)
union all
select 'finding', max(period), country(), '_T', 'together', sum(value), 'final', max(source) from seminars having count(*) > 0
union all
select 'finding', period, country(), '_T', 'awarded', value, status, source from awarded
union all
select 'finding', period, country(), sector, 'here', value, status, source from here where value is not null
union all
select 'finding', newest.period, country(), $sector, 'asked', null, null, null from newest where $sector is not null
union all
select 'finding', null, country(), coalesce($sector, '_T'),
    case
        when not exists (select 1 from seminars) then 'case.none'
        when $sector is null then 'case.top'
        when exists (select 1 from here where value is not null) then 'case.picked'
        when exists (select 1 from here) then 'case.unprinted'
        else 'case.missing'
    end, null, null, null
order by 1 desc, 6 desc nulls last, 4
