-- How did hourly pay develop in the country and in the picked sector (nothing picked: in the best and the worst paid section)?
-- One row is one section in one year; a picked union sector may cover several sections.
with pay as (
    select f.period, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.place = 'KZ' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
years as (select distinct period from pay where sector <> '_T'),
newest as (select max(period) as period from years having count(*) > 0),
oldest as (select min(years.period) as period from years, newest where years.period < newest.period having count(*) > 0),
picked as (select distinct pay.sector from pay join sectors s on s.section = pay.sector where s.sector = $sector),
extremes as (
    select pay.sector from pay join newest on newest.period = pay.period where pay.sector <> '_T'
    qualify row_number() over (order by pay.value desc, pay.sector) = 1 or row_number() over (order by pay.value, pay.sector) = 1
),
chosen as (
    select sector from picked
    union all
    select sector from extremes where not exists (select 1 from picked)
),
lines as (
    select pay.* from pay join years on years.period = pay.period where pay.sector = '_T' or pay.sector in (select sector from chosen)
),
growth as (
    select now.sector, now.period, now.value, before.period as since, (now.value - before.value) * 100.0 / before.value as change_pct,
        now.status, now.source
    from lines now join newest on newest.period = now.period
        join lines before on before.sector = now.sector join oldest on oldest.period = before.period
),
best as (select * from growth where sector <> '_T' order by value desc, sector limit 1)
select 'mark' as role, period, 'KZ' as place, sector, '_T' as series, value, status, source from lines
union all
select 'finding', period, 'KZ', sector, 'sector_pct', change_pct, status, source from best
union all
select 'finding', since, 'KZ', sector, 'since', null, null, null from best
union all
select 'finding', period, 'KZ', sector, 'country_pct', change_pct, status, source from growth where sector = '_T'
union all
select 'finding', newest.period, 'KZ', '_T', 'now', lines.value, lines.status, lines.source
from lines join newest on newest.period = lines.period where lines.sector = '_T'
union all
select 'finding', null, 'KZ', coalesce($sector, '_T'),
    case
        when not exists (select 1 from newest) then 'case.none'
        when not exists (select 1 from best) then 'case.single'
        when exists (select 1 from picked) then 'case.sector'
        else 'case.country'
    end, null, null, null
order by 1 desc, case when sector = '_T' then 0 else 1 end, sector, 2
