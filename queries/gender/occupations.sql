-- In which occupations do women work, and how did their share change since the first year? One row is one occupation group in the newest year or in the first.
with shares as (
    select replace(f.measure, 'women_share_', '') as series, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in (
        'women_share_occ_managers', 'women_share_occ_professionals', 'women_share_occ_technicians',
        'women_share_occ_clerks', 'women_share_occ_service_sales', 'women_share_occ_agricultural',
        'women_share_occ_craft', 'women_share_occ_operators', 'women_share_occ_elementary'
    ) and f.place = 'KZ' and f.sector = '_T' and f.sex = 'F' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from shares having count(*) > 0),
first as (select min(shares.period) as period from shares join newest on shares.period < newest.period),
-- A group without a figure in the newest year keeps its place, without a bar.
groups as (select distinct shares.series, newest.period from shares cross join newest),
today as (
    select groups.series, groups.period, shares.value, shares.status, shares.source
    from groups left join shares on shares.series = groups.series and shares.period = groups.period
),
earlier as (select shares.* from shares join first using (period)),
top as (select * from today where value is not null order by value desc, series limit 1),
low as (select * from today where value is not null order by value, series limit 1),
answer as (
    select 'mark' as role, period, series, value, status, source from today
    union all
    select 'mark', period, series, value, status, source from earlier
    union all
    select 'finding', period, 'top', value, status, source from top
    union all
    select 'finding', period, 'low', value, status, source from low
    union all
    select 'finding', period, 'majority', count(*) filter (where value > 50), max(status), max(source) from today where value is not null group by period
    union all
    select 'finding', period, 'groups', count(*), max(status), max(source) from today where value is not null group by period
    union all
    select 'finding', null, case when exists (select 1 from top) then 'case.top' else 'case.none' end, null, null, null
)
select role, period, 'KZ' as place, '_T' as sector, series, value, status, source
from answer
order by role desc, period desc, value desc nulls last, series
