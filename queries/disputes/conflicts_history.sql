-- How did the number of labour conflicts in FPRK's monitoring change over the years published?
-- One row: the country or a region in one year; years before the report come from FPRK's own publications.
with published as (
    select f.period, f.place, f.value, f.status, f.source
    from figures f
    where f.measure = 'labour_conflicts' and f.sector = '_T' and f.series = '_T' and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
    union all
    select s.period, s.place, s.value, s.status, s.source
    from statistics s
    where s.measure = 'labour_conflicts_fprk' and s.sector = '_T' and s.sex = '_T' and s.value is not null
      and ($period is null or left(s.period, 4) <= $period)
),
spoken_place as (
    select coalesce(max(place), 'KZ') as place from published where place = $place
),
ends as (
    select p.period, p.place, p.value, p.status, p.source,
           row_number() over (order by p.period) as from_start, row_number() over (order by p.period desc) as from_end
    from published p
    join spoken_place s on s.place = p.place
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from published
    union all
    select 'finding', period, place, '_T', 'first', value, status, source from ends where from_start = 1
    union all
    select 'finding', period, place, '_T', 'now', value, status, source from ends where from_end = 1
    union all
    select 'finding', null, $place, '_T', 'here', null, null, null where $place is not null
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T',
           case when not exists (select 1 from ends) then 'case.none'
                when (select count(*) from ends) = 1 then 'case.one_year'
                when $place is not null and (select place from spoken_place) = $place then 'case.region'
                when $place is not null then 'case.absent'
                else 'case.country' end,
           null, null, null
)
order by role desc, place, period
