-- How often did the Federation's governing bodies meet? One row: one body in the newest year.
with
held as (
    select f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'governing_meetings' and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from held
    union all
    select 'finding', period, 'KZ', '_T', case series when 'executive_committee' then 'executive' else 'council' end, value, status, source from held
    union all
    select 'finding', null, 'KZ', '_T', case when (select count(*) from held) >= 2 then 'case.bodies' else 'case.none' end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc
