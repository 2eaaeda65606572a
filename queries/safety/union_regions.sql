-- Which earlier numbers of accidents did unions publish by region? One row is one published number.
with known as (
    select f.measure, f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure in ('fprk_accidents', 'fprk_accidents_ytd', 'fprk_injured', 'fprk_injured_ytd', 'fprk_deaths', 'fprk_deaths_ytd')
        and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
injured as (select * from known where place = $place and measure like 'fprk_injured%' order by period desc limit 1),
accidents as (select * from known where place = $place and measure = 'fprk_accidents_ytd' order by period desc limit 1)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, measure from known
union all
select 'finding', max(period), 'KZ', '_T', 'places', cast(count(distinct place) as double), 'final', max(source), null from known having count(*) > 0
union all
select 'finding', period, place, '_T', 'injured', value, status, source, null from injured
union all
select 'finding', period, place, '_T', 'accidents', value, status, source, null from accidents
union all
select 'finding', null, $place, '_T', 'asked', null, null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from known) then 'case.none'
        when exists (select 1 from injured where measure = 'fprk_injured') then 'case.injured'
        when exists (select 1 from injured) then 'case.injured_part'
        when exists (select 1 from accidents) then 'case.accidents_part'
        when $place is not null then 'case.missing'
        else 'case.all'
    end, null, null, null, null
order by 1 desc, 3, 2 desc, 9
