-- At what age are most managers women, now and in the first year? One row is one age group in the newest year or in the first.
with shares as (
    select f.period, f.age, f.value, f.status, f.source
    from statistics f
    where f.measure = 'women_managers_share' and f.place = 'KZ' and f.sector = '_T' and f.sex = 'F' and f.age not in ('_T', '_Z')
        and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from shares having count(*) > 0),
first as (select min(shares.period) as period from shares join newest on shares.period < newest.period),
today as (select shares.* from shares join newest using (period)),
earlier as (select shares.* from shares join first using (period)),
-- The oldest group jumps from year to year and is left out of the sentence.
steady as (select * from today where age <> 'Y_GE65'),
top as (select * from steady order by value desc, age limit 1),
low as (select * from steady order by value, age limit 1),
answer as (
    select 'mark' as role, period, '_T' as series, value, status, source, age from today
    union all
    select 'mark', period, '_T', value, status, source, age from earlier
    union all
    select 'finding', period, 'top', value, status, source, age from top
    union all
    select 'finding', period, 'low', value, status, source, age from low
    union all
    select 'finding', null, case
            when not exists (select 1 from top) then 'case.none'
            when (select age from top) = 'Y45-54' then 'case.mature'
            else 'case.range'
        end, null, null, null, '_T'
)
select role, period, 'KZ' as place, '_T' as sector, series, value, status, source, age
from answer
order by role desc, period desc, case when age = 'Y_GE65' then 'Y99' else age end, series
