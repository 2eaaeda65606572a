-- How does hourly pay differ between regions? One row is one of today's regions in the newest complete year; value null = not published.
-- A year counts as complete with 16 regions (the number before 2018); the partial list of 2025 is shown in hourly_ranking.
with pay as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select period from pay where place <> 'KZ' group by period having count(distinct place) >= 16 order by period desc limit 1
),
current_pay as (select pay.* from pay join newest on newest.period = pay.period),
regions as (
    select places.place, newest.period, current_pay.value, coalesce(current_pay.status, 'final') as status, current_pay.source,
        rank() over (order by current_pay.value desc nulls last) as rank, count(current_pay.value) over () as published
    from places cross join newest left join current_pay on current_pay.place = places.place
    where places.kind in ('region', 'city')
),
top as (select * from regions where value is not null order by value desc, place limit 1),
bottom as (select * from regions where value is not null order by value, place limit 1),
here as (select * from regions where place = $place)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from regions
union all
select 'mark', period, place, '_T', '_T', value, status, source from current_pay where place = 'KZ'
union all
select 'finding', period, place, '_T', 'top', value, status, source from top
union all
select 'finding', period, place, '_T', 'bottom', value, status, source from bottom
union all
select 'finding', top.period, 'KZ', '_T', 'times', top.value / bottom.value, top.status, top.source from top, bottom
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', period, place, '_T', 'rank', rank, status, source from here where value is not null
union all
select 'finding', period, place, '_T', 'count', published, status, source from here where value is not null
union all
select 'finding', period, place, '_T', 'country', value, status, source from current_pay where place = 'KZ'
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from newest) then 'case.none'
        when exists (select 1 from here where value is not null) then 'case.here'
        when exists (select 1 from here) then 'case.missing'
        else 'case.spread'
    end, null, null, null
order by 1 desc, 6 desc nulls last, 3
