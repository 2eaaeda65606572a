-- What share of the country's output goes to labour, and has it grown since the first year? One row is one year.
with shares as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'labour_share_gdp' and f.place = 'KZ' and f.sector = '_T' and length(f.period) = 4
        and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from shares order by period desc limit 1),
before as (select shares.* from shares, now where shares.period < now.period order by shares.period limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from shares
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when not exists (select 1 from before) then 'case.single'
        when (select round(value, 1) from now) < (select round(value, 1) from before) then 'case.fell'
        when (select round(value, 1) from now) > (select round(value, 1) from before) then 'case.rose'
        else 'case.same'
    end, null, null, null
order by 1 desc, 2
