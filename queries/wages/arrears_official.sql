-- How much of the wage arrears that labour inspectors found in a full year was repaid? One row is one stage; share = per cent of what was found.
-- The ministry's full year; never joined with FPRK's figures or with parts of a year.
with sums as (
    select case f.measure when 'arrears_identified' then 'arrears_found' else 'arrears_repaid' end as series,
        f.period, f.value / 1000.0 as value, f.status, f.source
    from statistics f
    where f.measure in ('arrears_identified', 'arrears_repaid') and f.place = 'KZ' and f.sector = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select max(period) as period from sums where series = 'arrears_found' having count(*) > 0
),
stages as (
    select sums.*, sums.value * 100.0 / (select found.value from sums found join newest on newest.period = found.period where found.series = 'arrears_found') as share
    from sums join newest on newest.period = sums.period
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share from stages
union all
select 'finding', period, 'KZ', '_T', 'found', value, status, source, null from stages where series = 'arrears_found'
union all
select 'finding', period, 'KZ', '_T', 'share', share, status, source, null from stages where series = 'arrears_repaid'
union all
select 'finding', null, 'KZ', '_T', case when (select count(*) from stages) = 2 then 'case.value' else 'case.none' end, null, null, null, null
order by 1 desc, case series when 'arrears_found' then 1 else 2 end
