-- How many labour conflicts ended in a strike in a year, and in the year before?
-- One row: that number in one year, for the region picked or for the country; newest year first.
with published as (
    select f.period, f.place, f.sector, f.value, f.status, f.source
    from figures f
    where f.measure = 'strikes'
      and f.series = '_T'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
picked as (
    select period, place, sector, value, status, source, row_number() over (order by period desc) as age
    from published
    where place = coalesce($place, 'KZ')
),
both_years as (
    select n.period, n.place, n.sector, n.status, n.source, n.value as now, b.value as before
    from picked n
    join picked b on b.age = 2
    where n.age = 1
),
country as (
    select period, place, sector, value, status, source
    from published
    where place = 'KZ' and $place is not null
    order by period desc
    limit 1
)
select 'mark' as role, period, place, sector, '_T' as series, value, status, source from picked where age <= 2
union all
select 'finding', period, place, sector, 'now', value, status, source from picked where age = 1
union all
select 'finding', period, place, sector, 'before', value, status, source from picked where age = 2
union all
select 'finding', period, place, sector, 'change', now - before, status, source from both_years
union all
select 'finding', period, place, sector, 'change_pct', (now - before) / nullif(before, 0) * 100, status, source from both_years
union all
select 'finding', period, place, sector, 'country_now', value, status, source from country
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
       case when exists (select 1 from picked) then 'case.value' else 'case.none' end, null, null, null
