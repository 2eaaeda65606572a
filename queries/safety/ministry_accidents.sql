-- How many accidents did the labour inspection count in the regions it named? One row is one published number.
with known as (
    select f.measure, f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure in ('ministry_accidents', 'ministry_accidents_ytd') and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
whole_year as (select * from known where measure = 'ministry_accidents' and place = coalesce($place, place)),
now as (select * from whole_year order by period desc, place limit 1),
before as (select whole_year.* from whole_year join now on now.place = whole_year.place and whole_year.period < now.period order by whole_year.period desc limit 1),
here as (select * from known where measure = 'ministry_accidents_ytd' and place = coalesce($place, place) order by period desc limit 1)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, measure from known
union all
select 'finding', period, place, '_T', 'now', value, status, source, null from now
union all
select 'finding', period, place, '_T', 'before', value, status, source, null from before
union all
select 'finding', period, place, '_T', 'here', value, status, source, null from here
union all
select 'finding', null, $place, '_T', 'asked', null, null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from known) then 'case.none'
        when exists (select 1 from before) then 'case.change'
        when exists (select 1 from now) then 'case.single'
        when exists (select 1 from here) then 'case.here'
        else 'case.missing'
    end, null, null, null, null
order by 1 desc, 3, 2 desc
