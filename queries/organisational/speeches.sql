-- Who spoke in public for the unions: the Federation itself, or its territorial and sectoral unions?
-- One row: one group of speakers in the newest year, with its share of all speeches.
with published as (
    select f.period, f.series, f.value, f.status, f.source, f.value / sum(f.value) over (partition by f.period) * 100 as share
    from figures f
    where f.measure = 'public_speeches'
      and f.series in ('speakers_fprk', 'speakers_members')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select * from published where period = (select max(period) from published)
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share, if(series = 'speakers_fprk', 1, 2) as position from newest
    union all
    select 'finding', max(period), 'KZ', '_T', 'total', sum(value), max(status), max(source), null, 9 from newest having count(*) > 0
    union all
    select 'finding', period, 'KZ', '_T', 'members_share', share, status, source, null, 9 from newest where series = 'speakers_members'
    union all
    select 'finding', null, 'KZ', '_T', case when (select count(*) from newest) = 2 then 'case.both' else 'case.none' end, null, null, null, null, 9
)
order by role desc, position, series
