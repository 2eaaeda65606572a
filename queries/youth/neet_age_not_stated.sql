-- Which shares of young people who neither work nor study were published without their age limits? One row is one place in one period; no line joins them.
with rates as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.sector = '_T' and f.sex = '_T' and f.age = '_Z' and f.value is not null
        and f.place in ('KZ', coalesce($place, 'KZ')) and ($period is null or left(f.period, 4) <= $period)
),
newest_of as (select * from rates qualify row_number() over (partition by place order by period desc) = 1),
now as (select * from newest_of where place = 'KZ'),
here as (select * from newest_of where place = $place and place <> 'KZ')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from rates
union all
select 'finding', period, place, '_T', 'now', value, status, source from now
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', now.period, $place, '_T', 'asked', null, null, null
from now where $place is not null and $place <> 'KZ' and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $place is not null and $place <> 'KZ' then 'case.missing'
        else 'case.country'
    end, null, null, null
order by 1 desc, case when place = 'KZ' then 0 else 1 end, 2
