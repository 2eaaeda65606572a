-- How much less is an hour of women paid than an hour of men, region by region? One row is one sex in one region in the newest complete year;
-- gap = (men - women) / men, per cent, negative where women are paid more.
with pay as (
    select f.period, f.place, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    -- 16 regions are a complete set before 2018; since 2025 only the country is known by sex.
    select period from pay where place <> 'KZ' group by period having count(distinct place) >= 16 order by period desc limit 1
),
gaps as (
    select women.period, women.place, women.value as women, men.value as men, (men.value - women.value) * 100.0 / men.value as gap,
        women.status, women.source
    from pay women join newest on newest.period = women.period
        join pay men on men.period = women.period and men.place = women.place and men.sex = 'M'
    where women.sex = 'F'
),
country as (select * from gaps where place = 'KZ'),
widest as (select * from gaps where place <> 'KZ' order by gap desc, place limit 1),
narrowest as (select * from gaps where place <> 'KZ' order by gap, place limit 1),
here as (select * from gaps where place = $place and place <> 'KZ')
select 'mark' as role, period, place, '_T' as sector, 'women' as series, women as value, status, source, gap from gaps
union all
select 'mark', period, place, '_T', 'men', men, status, source, gap from gaps
union all
select 'finding', period, place, '_T', 'country', abs(gap), status, source, null from country
union all
select 'finding', period, place, '_T', 'widest', gap, status, source, null from widest
union all
select 'finding', period, place, '_T', 'narrowest', gap, status, source, null from narrowest
union all
select 'finding', period, place, '_T', 'reversed', abs(gap), status, source, null from narrowest where round(gap) < 0
union all
select 'finding', period, place, '_T', 'here', abs(gap), status, source, null from here
union all
select 'finding', newest.period, $place, '_T', 'asked', null, null, null, null
from newest where $place is not null and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from newest) then 'case.none'
        when exists (select 1 from here where round(gap) > 0) then 'case.less'
        when exists (select 1 from here where round(gap) < 0) then 'case.more'
        when exists (select 1 from here) then 'case.equal'
        when $place is not null then 'case.missing'
        when exists (select 1 from narrowest where round(gap) < 0) then 'case.reversed'
        else 'case.country'
    end, null, null, null, null
order by 1 desc, 9 desc nulls last, 3, 5 desc
