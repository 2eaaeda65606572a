-- Where are average wages higher, where lower? One row is one region in the newest year that covers every region of today.
with wages as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'average_monthly_wage' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
regions as (select place from places where kind in ('region', 'city')),
newest as (
    select wages.period from wages join regions on regions.place = wages.place
    group by wages.period having count(distinct wages.place) = (select count(*) from regions)
    order by wages.period desc limit 1
),
ranked as (
    select wages.*, rank() over (order by wages.value desc) as rank, count(*) over () as regions
    from wages join newest on newest.period = wages.period join regions on regions.place = wages.place
),
country as (select wages.* from wages join newest on newest.period = wages.period where wages.place = 'KZ'),
above as (
    select country.period, count(*) filter (where ranked.value > country.value) as number, max(ranked.regions) as regions
    from ranked, country group by country.period
),
here as (select * from ranked where place = $place)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from ranked
union all
select 'mark', period, place, '_T', '_T', value, status, source from country
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', period, place, '_T', 'rank', rank, status, source from here
union all
select 'finding', period, 'KZ', '_T', 'above', number, null, null from above
union all
select 'finding', period, 'KZ', '_T', 'count', regions, null, null from above
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case when not exists (select 1 from newest) then 'case.none' when exists (select 1 from here) then 'case.here' else 'case.country' end,
    null, null, null
order by 1 desc, 6 desc nulls last
