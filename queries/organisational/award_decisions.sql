-- What became of the nominations that reached the awards commission?
-- One row: nominations made, people awarded, or nominations refused, as a share of those made.
with published as (
    select f.period,
           case when f.measure = 'fprk_awards' then 'nominations_awarded' when f.series = '_T' then 'nominations_made' else f.series end as series,
           f.value, f.status, f.source
    from figures f
    where f.measure in ('award_nominations', 'fprk_awards')
      and (f.measure = 'award_nominations' or f.series = '_T')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select *, value / max(value) filter (where series = 'nominations_made') over () * 100 as share
    from published
    where period = (select max(period) from published)
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share,
           case series when 'nominations_made' then 1 when 'nominations_awarded' then 2 else 3 end as position
    from newest
    union all
    select 'finding', period, 'KZ', '_T', replace(series, 'nominations_', ''), value, status, source, null, 9 from newest
    union all
    select 'finding', period, 'KZ', '_T', 'refused_share', share, status, source, null, 9 from newest where series = 'nominations_refused'
    union all
    select 'finding', null, 'KZ', '_T', case when (select count(*) from newest) = 3 then 'case.decided' else 'case.none' end, null, null, null, null, 9
)
order by role desc, position, series
