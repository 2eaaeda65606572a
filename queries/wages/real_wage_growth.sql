-- By how many per cent did real wages change against the year before? One row is one year (index minus 100).
with growth as (
    select f.period, f.value - 100 as value, f.status, f.source
    from statistics f
    where f.measure = 'real_wage_index' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and length(f.period) = 4
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from growth order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from growth
union all
select 'finding', period, 'KZ', '_T', 'now', abs(value), status, source from now
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when (select round(value, 1) from now) < 0 then 'case.fell'
        when (select round(value, 1) from now) > 0 then 'case.rose'
        else 'case.same'
    end, null, null, null
order by 1 desc, 2
