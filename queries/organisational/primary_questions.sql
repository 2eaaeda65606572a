-- What became of the questions that primary organisations raised in the year?
-- One row: questions raised, settled, or still on control, as a share of those raised.
with published as (
    select f.period, if(f.series = '_T', 'questions_raised', f.series) as series, f.value, f.status, f.source
    from figures f
    where f.measure = 'primary_questions'
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select *, value / max(value) filter (where series = 'questions_raised') over () * 100 as share
    from published
    where period = (select max(period) from published)
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share,
           case series when 'questions_raised' then 1 when 'questions_resolved' then 2 else 3 end as position
    from newest
    union all
    select 'finding', period, 'KZ', '_T', replace(series, 'questions_', ''), value, status, source, null, 9 from newest
    union all
    select 'finding', period, 'KZ', '_T', 'resolved_share', share, status, source, null, 9 from newest where series = 'questions_resolved'
    union all
    select 'finding', null, 'KZ', '_T', case when (select count(*) from newest) = 3 then 'case.resolved' else 'case.none' end, null, null, null, null, 9
)
order by role desc, position, series
