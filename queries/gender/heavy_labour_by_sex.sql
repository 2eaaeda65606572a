-- What share of women and of men does heavy physical labour? One mark is one sex in the newest year.
with share as (
    select f.period, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'heavy_labour_share' and f.place = 'KZ' and f.sector = '_T' and f.sex in ('_T', 'F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from share where sex <> '_T' having count(*) > 0),
shown as (select share.* from share join newest using (period)),
women as (select * from shown where sex = 'F'),
men as (select * from shown where sex = 'M')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, sex from shown
union all
select 'finding', period, 'KZ', '_T', 'women', value, status, source, sex from women
union all
select 'finding', period, 'KZ', '_T', 'men', value, status, source, sex from men
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from women) and exists (select 1 from men) then 'case.found' else 'case.none' end, null, null, null, '_T'
order by 1 desc, case sex when 'M' then 1 when 'F' then 2 else 3 end, 5
