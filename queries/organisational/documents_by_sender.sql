-- From whom did the Federation receive documents? One row: one kind of sender in the newest year.
with
received as (
    select f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'incoming_documents' and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
total as (select * from received where series = '_T'),
own as (
    select sum(value) as value from received where series in ('from_sectoral_unions', 'from_territorial_associations', 'from_members')
),
requests as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'incoming_requests' and f.place = 'KZ' and f.period = (select max(period) from total)
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from received where series <> '_T'
    union all
    select 'finding', period, 'KZ', '_T', 'total', value, status, source from total
    union all
    select 'finding', t.period, 'KZ', '_T', 'own_share', o.value * 100.0 / t.value, t.status, t.source from total t cross join own o
    union all
    select 'finding', period, 'KZ', '_T', 'requests', value, status, source from requests
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from total) then 'case.senders' else 'case.none' end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc
