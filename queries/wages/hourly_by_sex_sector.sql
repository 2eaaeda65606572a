-- How much less is an hour of women paid than an hour of men, sector by sector? One row is one sex in one section in the newest year;
-- gap = (men - women) / men, per cent, negative where women are paid more.
with pay as (
    select f.period, f.sector, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.place = 'KZ' and f.sex in ('F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from pay where sector <> '_T' having count(*) > 0),
gaps as (
    select women.period, women.sector, women.value as women, men.value as men, (men.value - women.value) * 100.0 / men.value as gap,
        women.status, women.source
    from pay women join newest on newest.period = women.period
        join pay men on men.period = women.period and men.sector = women.sector and men.sex = 'M'
    where women.sex = 'F'
),
country as (select * from gaps where sector = '_T'),
widest as (select * from gaps where sector <> '_T' order by gap desc, sector limit 1),
picked as (
    -- Of several sections the one with the widest gap, in either direction.
    select * from gaps where sector in (select s.section from sectors s where s.sector = $sector) order by abs(gap) desc, sector limit 1
)
select 'mark' as role, period, 'KZ' as place, sector, 'women' as series, women as value, status, source, gap from gaps
union all
select 'mark', period, 'KZ', sector, 'men', men, status, source, gap from gaps
union all
select 'finding', period, 'KZ', sector, 'country', abs(gap), status, source, null from country
union all
select 'finding', period, 'KZ', sector, 'widest', abs(gap), status, source, null from widest
union all
select 'finding', period, 'KZ', sector, 'picked', abs(gap), status, source, null from picked
union all
select 'finding', null, 'KZ', coalesce($sector, '_T'),
    case
        when not exists (select 1 from newest) then 'case.none'
        when exists (select 1 from picked where round(gap) > 0) then 'case.sector_less'
        when exists (select 1 from picked where round(gap) < 0) then 'case.sector_more'
        when exists (select 1 from picked) then 'case.sector_equal'
        else 'case.country'
    end, null, null, null, null
order by 1 desc, 9 desc nulls last, 4, 5 desc
