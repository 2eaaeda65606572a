-- How many meetings "How are you, primary?" are there in a year, and how many people come to one?
-- One row: the yearly average of meetings over the span, or the organisations met in the newest year; the two count different things.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from figures f
    where f.measure in ('primary_meetings', 'primary_meeting_members', 'primary_organisations_met', 'primary_meeting_participants')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or right(f.period, 4) <= $period)
),
span as (
    select m.period, m.value / (cast(right(m.period, 4) as integer) - cast(left(m.period, 4) as integer) + 1) as value, m.value as total,
           p.value / m.value as size, m.status, m.source
    from known m
    left join known p on p.measure = 'primary_meeting_members' and p.period = m.period
    where m.measure = 'primary_meetings' and m.period like '%/%'
    order by m.period desc
    limit 1
),
year as (
    select m.period, m.value, p.value / m.value as size, m.status, m.source
    from known m
    left join known p on p.measure = 'primary_meeting_participants' and p.period = m.period
    where m.measure = 'primary_organisations_met'
    order by m.period desc
    limit 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, 'primary_meetings_yearly' as series, value, status, source from span
    union all
    select 'mark', period, 'KZ', '_T', 'primary_organisations_year', value, status, source from year
    union all
    select 'finding', s.period, 'KZ', '_T', slot.name, slot.value, s.status, s.source
    from span s
    cross join lateral (values ('average', round(s.value)), ('total', s.total), ('size_then', round(s.size))) as slot (name, value)
    union all
    select 'finding', y.period, 'KZ', '_T', slot.name, slot.value, y.status, y.source
    from year y
    cross join lateral (values ('now', y.value), ('size_now', round(y.size))) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from span where size is not null) then 'case.none'
                when exists (select 1 from year where size is not null) then 'case.both'
                else 'case.span' end,
           null, null, null
)
order by role desc, period, series
