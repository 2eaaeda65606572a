-- How did hourly pay develop in the country and in the picked region? One row is one place in one year.
with pay as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ'))
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest_of as (select * from pay qualify row_number() over (partition by place order by period desc) = 1),
country_now as (select * from newest_of where place = 'KZ'),
-- Growth is told only within one survey.
country_before as (
    select pay.* from pay join country_now on country_now.place = pay.place
    where pay.period < country_now.period and same_definition('hourly_earnings', pay.period, country_now.period, pay.place)
    order by pay.period limit 1
),
here as (select * from newest_of where place = $place and place <> 'KZ'),
country_then as (select pay.* from pay join here on here.period = pay.period where pay.place = 'KZ')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from pay
union all
select 'finding', period, place, '_T', 'now', value, status, source from country_now
union all
select 'finding', period, place, '_T', 'before', value, status, source from country_before
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', here.period, here.place, '_T', 'share', here.value * 100.0 / country_then.value, here.status, here.source
from here, country_then
union all
select 'finding', country_now.period, $place, '_T', 'asked', null, null, null
from country_now where $place is not null and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from country_now) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $place is not null and $place <> 'KZ' then 'case.missing'
        when exists (select 1 from country_before) then 'case.country'
        else 'case.single'
    end, null, null, null
order by 1 desc, case when place = 'KZ' then 0 else 1 end, 2
