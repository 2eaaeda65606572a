-- Which shares of young members did FPRK publish before, for the federation and for single regions? One row is one place in the newest year told.
with published as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'fprk_youth_share' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
shown as (select * from published where period = (select max(period) from published)),
report as (
    select f.period, f.place, f.value, f.status, f.source
    from figures f
    where f.measure = 'fprk_youth_share' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc limit 1
),
country as (select * from shown where place = 'KZ'),
top as (select * from shown where place <> 'KZ' order by value desc, place limit 1),
here as (select * from shown where place = $place and place <> 'KZ'),
missing as (select max(period) as period, cast($place as varchar) as place from shown where $place is not null and $place <> 'KZ' and not exists (select 1 from here))
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from shown
union all
select 'mark', period, place, '_T', '_T', null, null, null from missing where period is not null
union all
select 'finding', period, place, '_T', 'country', value, status, source from country
union all
select 'finding', period, place, '_T', 'top', value, status, source from top
union all
select 'finding', period, place, '_T', 'report', value, status, source from report
union all
select 'finding', period, place, '_T', 'asked', null, null, null from missing where period is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from country) or not exists (select 1 from top) then 'case.none'
        when exists (select 1 from missing where period is not null) then 'case.missing'
        when exists (select 1 from report) then 'case.later'
        else 'case.then'
    end, null, null, null
order by 1 desc, 6 desc nulls last, 3
