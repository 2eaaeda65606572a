-- At what age is the gap in hourly pay widest, now and in the first year? One row is one age group in the newest year or in the first: (men - women) / men, per cent.
with pay as (
    select f.period, f.age, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.place = 'KZ' and f.sector = '_T' and f.sex in ('F', 'M') and f.age not in ('_T', '_Z')
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
gaps as (
    select women.period, women.age, (men.value - women.value) * 100.0 / men.value as value, women.status, women.source
    from pay women join pay men on men.period = women.period and men.age = women.age and men.sex = 'M'
    where women.sex = 'F'
),
newest as (select max(period) as period from gaps having count(*) > 0),
first as (select min(gaps.period) as period from gaps join newest on gaps.period < newest.period),
today as (select gaps.* from gaps join newest using (period)),
earlier as (select gaps.* from gaps join first using (period)),
widest as (select * from today order by value desc, age limit 1),
widest_is_middle as (select age = 'Y35-44' as answer from widest),
low as (select * from today order by value, age limit 1),
widest_before as (select earlier.* from earlier join widest on widest.age = earlier.age),
answer as (
    select 'mark' as role, period, '_T' as series, value, status, source, age from today
    union all
    select 'mark', period, '_T', value, status, source, age from earlier
    union all
    select 'finding', period, 'widest', value, status, source, age from widest
    union all
    select 'finding', period, 'before', value, status, source, age from widest_before
    union all
    select 'finding', period, 'low', value, status, source, age from low
    union all
    select 'finding', null,
        case
            when not exists (select 1 from today) then 'case.none'
            when not (select answer from widest_is_middle) then 'case.range'
            when exists (select 1 from widest_before) then 'case.middle_change'
            else 'case.middle'
        end,
        null, null, null, '_T'
)
select role, period, 'KZ' as place, '_T' as sector, series, value, status, source, age
from answer
order by role desc, period desc, case when age = 'Y_GE65' then 'Y99' else age end, series
