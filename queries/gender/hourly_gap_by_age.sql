-- At what age is the gap in hourly pay widest, now and in the first year? One row is one age group in the newest year or in the first: (men - women) /
-- men, per cent.
with pay as (
    select * replace (age as series)
    from reported(['hourly_earnings'], $period)
    where place = country() and sector = '_T' and age not in ('_T', '_Z') and length(period) = 4
),
gaps as (select * replace ('_T' as series), series as age from gap_of_women_and_men('pay')),
today as (from newest('gaps')),
start as (from first('gaps')),
widest as (from today order by value desc, age limit 1),
narrowest as (from today order by value, age limit 1),
first as (from start semi join widest using (age)),
line as (from gaps semi join widest using (age)),
turn as (from turning_point('line'))
from mark('today', ['age'])
union all by name
from mark('start', ['age'])
union all by name
select 'finding' as role, period, place, sector, 'widest' as series, value, status, source, age from widest
union all by name
from slot('narrowest')
union all by name
from slot('first')
union all by name
from slot('turn')
union all by name
from chosen(
    case
        when nothing_in('widest') then 'case.none'
        when nothing_in('first') then 'case.single'
        when exists (from turn) then 'case.turned'
        else 'case.change'
    end
)
order by role desc, period desc, replace(age, 'Y_GE65', 'Y99'), series
