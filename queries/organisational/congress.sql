-- Who came to the XXVII Congress? One row: all participants, delegates, guests from abroad.
with
people as (
    select f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'congress_persons' and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
countries as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'congress_countries' and f.place = 'KZ' and f.period = (select max(period) from people)
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from people
    union all
    select 'finding', period, 'KZ', '_T', case series when 'participants' then 'everyone' when 'delegates' then 'delegates' else 'guests' end, value, status, source from people
    union all
    select 'finding', period, 'KZ', '_T', 'countries', value, status, source from countries
    union all
    select 'finding', null, 'KZ', '_T', case when (select count(*) from people) = 3 then 'case.people' else 'case.none' end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc
