-- Where is an hour paid well, where badly? One row is one section of the economy in the newest year with all sections.
-- The source gives industry only as a whole (B-E). A picked union sector may cover several sections.
with pay as (
    select f.period, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.place = 'KZ' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from pay where sector <> '_T' having count(*) > 0),
current_pay as (select pay.* from pay join newest on newest.period = pay.period),
sections as (
    select *, rank() over (order by value desc) as rank, count(*) over () as sections from current_pay where sector <> '_T'
),
picked as (
    select sections.* from sections where sector in (select s.section from sectors s where s.sector = $sector)
),
top as (select * from sections order by value desc, sector limit 1),
bottom as (select * from sections order by value, sector limit 1),
high as (select * from picked order by value desc, sector limit 1),
low as (select * from picked order by value, sector limit 1),
country as (select * from current_pay where sector = '_T')
select 'mark' as role, period, 'KZ' as place, sector, '_T' as series, value, status, source from current_pay
union all
select 'finding', period, 'KZ', sector, 'top', value, status, source from top
union all
select 'finding', period, 'KZ', sector, 'bottom', value, status, source from bottom
union all
select 'finding', period, 'KZ', sector, 'high', value, status, source from high
union all
select 'finding', period, 'KZ', sector, 'low', value, status, source from low
union all
select 'finding', period, 'KZ', sector, 'rank', rank, status, source from high
union all
select 'finding', period, 'KZ', sector, 'count', sections, status, source from high
union all
select 'finding', period, 'KZ', '_T', 'country', value, status, source from country
union all
select 'finding', null, 'KZ', coalesce($sector, '_T'),
    case
        when not exists (select 1 from newest) then 'case.none'
        when (select count(*) from picked) = 1 then 'case.section'
        when (select count(*) from picked) > 1 then 'case.sections'
        else 'case.spread'
    end, null, null, null
order by 1 desc, 6 desc nulls last, 4
