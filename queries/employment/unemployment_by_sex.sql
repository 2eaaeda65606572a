-- How did the unemployment rates of women and men develop? One row is one sex in one year.
with line as (
    select f.period, case f.sex when 'F' then 'women' else 'men' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'unemployment_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
now as (select line.* from line where period = (select max(period) from line))
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', series, value, status, source from now
union all
select 'finding', null, 'KZ', '_T',
    case
        when (select count(*) from now) < 2 then 'case.none'
        when (select max(value) filter (where series = 'women') > max(value) filter (where series = 'men') from now) then 'case.women'
        when (select max(value) filter (where series = 'women') < max(value) filter (where series = 'men') from now) then 'case.men'
        else 'case.even'
    end, null, null, null
order by 1 desc, 5 desc, 2
