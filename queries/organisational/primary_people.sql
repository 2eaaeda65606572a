-- How many people come to the meetings "How are you, primary?" in a year: on average over the first years, and in the newest year?
-- One row: the yearly average of the span (union members), or the newest year (all participants); the two count different things.
with span as (
    select f.period, f.value / (cast(right(f.period, 4) as integer) - cast(left(f.period, 4) as integer) + 1) as value, f.value as total, f.status, f.source
    from figures f
    where f.measure = 'primary_meeting_members'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.period like '%/%'
      and f.value is not null
      and ($period is null or right(f.period, 4) <= $period)
    order by f.period desc
    limit 1
),
year as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'primary_meeting_participants'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc
    limit 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, 'primary_members_yearly' as series, value, status, source from span
    union all
    select 'mark', period, 'KZ', '_T', 'primary_participants_year', value, status, source from year
    union all
    select 'finding', period, 'KZ', '_T', 'average', round(value), status, source from span
    union all
    select 'finding', period, 'KZ', '_T', 'total', total, status, source from span
    union all
    select 'finding', period, 'KZ', '_T', 'now', value, status, source from year
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from span) then 'case.none'
                when exists (select 1 from year) then 'case.both'
                else 'case.span' end,
           null, null, null
)
order by role desc, period, series
