-- How many large and medium enterprises are there, by two surveys of the Bureau? One row is one group in one year of one survey.
with line as (
    select
        case f.measure when 'enterprises_large_medium' then 'large_medium' else 'medium' end
            || case when length(f.period) = 4 then '_year' else '_second_quarter' end as series,
        f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('enterprises_large_medium', 'enterprises_medium') and f.place = 'KZ' and f.sector = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from line where series = 'large_medium_year' order by period desc limit 1),
medium as (select line.* from line join now on now.period = line.period where line.series = 'medium_year')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', now.period, 'KZ', '_T', 'medium_share', medium.value * 100.0 / now.value, now.status, now.source from now, medium
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now, medium) then 'case.found' else 'case.none' end, null, null, null
order by 1 desc, 5, 2
