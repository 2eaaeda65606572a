-- How did the number of labour conflicts change in Mangystau and in the rest of the country (the country less Mangystau)?
-- One row: one of the two parts in one of the two newest years.
with published as (
    select f.period, f.place, f.value, f.status, f.source
    from figures f
    where f.measure = 'labour_conflicts'
      and f.series = '_T'
      and f.sector = '_T'
      and f.place in ('KZ', 'KZ-47')
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
years as (
    select c.period, c.value as country, m.value as mangystau, c.value - m.value as rest, c.status, c.source,
           row_number() over (order by c.period desc) as age
    from published c
    join published m on m.period = c.period and m.place = 'KZ-47'
    where c.place = 'KZ'
),
numbers as (
    select n.period, n.status, n.source, n.country as country_now, n.mangystau as now, n.rest as rest_now,
           b.mangystau as before, b.rest as rest_before, n.mangystau / n.country * 100 as share
    from years n
    left join years b on b.age = 2
    where n.age = 1
)
select 'mark' as role, period, 'KZ-47' as place, '_T' as sector, 'mangystau' as series, mangystau as value, status, source
from years where age <= 2
union all
select 'mark', period, 'KZ', '_T', 'rest_of_country', rest, status, source from years where age <= 2
union all
select 'finding', n.period, 'KZ-47', '_T', slot.name, slot.value, n.status, n.source
from numbers n
cross join lateral (
    values ('now', n.now), ('before', n.before), ('rest_now', n.rest_now), ('rest_before', n.rest_before),
           ('share', n.share), ('country_now', n.country_now)
) as slot (name, value)
union all
select 'finding', null, $place, '_T', 'here', null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
       case when not exists (select 1 from numbers) then 'case.none'
            when (select before from numbers) is null then 'case.one_year'
            when $place = 'KZ-47' then 'case.mangystau'
            when $place is not null then 'case.other_region'
            when (select now < before and rest_now >= rest_before from numbers) then 'case.alone'
            else 'case.both' end,
       null, null, null
