-- How did the gap in hourly pay develop in the country and in the picked region? One row is one place in one year: (men - women) / men, per cent.
with pay as (
    select f.period, f.place, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ')) and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
gaps as (
    select women.period, women.place, (men.value - women.value) * 100.0 / men.value as value, women.status, women.source
    from pay women join pay men on men.period = women.period and men.place = women.place and men.sex = 'M'
    where women.sex = 'F'
),
now as (select * from gaps where place = 'KZ' order by period desc limit 1),
before as (select gaps.* from gaps join now on gaps.place = now.place and gaps.period < now.period order by gaps.period limit 1),
here as (select * from gaps where place = $place and place <> 'KZ' order by period desc limit 1),
country_then as (select gaps.* from gaps join here on here.period = gaps.period where gaps.place = 'KZ')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from gaps
union all
select 'finding', period, place, '_T', 'now', value, status, source from now
union all
select 'finding', period, place, '_T', 'before', value, status, source from before
union all
select 'finding', period, place, '_T', 'here', abs(value), status, source from here
union all
select 'finding', period, place, '_T', 'country', value, status, source from country_then
union all
select 'finding', now.period, $place, '_T', 'asked', null, null, null
from now where $place is not null and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when exists (select 1 from here where round(value) > 0) then 'case.here_less'
        when exists (select 1 from here where round(value) < 0) then 'case.here_more'
        when exists (select 1 from here) then 'case.here_equal'
        when $place is not null and $place <> 'KZ' then 'case.missing'
        when not exists (select 1 from before) then 'case.single'
        when (select round(value, 1) from now) < (select round(value, 1) from before) then 'case.fell'
        when (select round(value, 1) from now) > (select round(value, 1) from before) then 'case.rose'
        else 'case.same'
    end, null, null, null
order by 1 desc, case when place = 'KZ' then 0 else 1 end, 2, 5
