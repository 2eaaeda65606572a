-- How many conflicts had unions counted within a year, and how many were resolved? One row is one count of the picked region, else of the country or the newest place published.
with known as (
    select f.measure, f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure in ('labour_conflicts_ytd', 'labour_conflicts_resolved_ytd', 'labour_conflicts_fprk_enterprises_ytd',
                        'labour_conflicts_no_union_enterprises_ytd', 'strikes_fprk_monitoring_ytd')
        and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
spoken as (
    select place, period from known where measure = 'labour_conflicts_ytd'
    order by case when place = $place then 0 when place = 'KZ' then 1 else 2 end, period desc limit 1
),
shown as (select known.* from known join spoken on spoken.place = known.place and spoken.period = known.period),
-- The share as published is told only where a count is missing.
stated as (
    select f.value
    from statistics f join spoken on spoken.place = f.place and spoken.period = f.period
    where f.measure = 'labour_conflicts_resolved_share_ytd'
),
now as (select * from shown where measure = 'labour_conflicts_ytd'),
resolved as (select * from shown where measure = 'labour_conflicts_resolved_ytd')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, measure from shown
union all
select 'finding', period, place, '_T', 'now', value, status, source, null from now
union all
select 'finding', period, place, '_T', 'resolved', value, status, source, null from resolved
union all
select 'finding', now.period, now.place, '_T', 'share', coalesce(resolved.value * 100.0 / now.value, stated.value), now.status, now.source, null
from now left join resolved on true left join stated on true
union all
select 'finding', null, $place, '_T', 'asked', null, null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from now, resolved) then 'case.none'
        when $place is not null and (select place from spoken) <> $place then 'case.missing'
        else 'case.found'
    end, null, null, null, null
order by 1 desc, list_position(['labour_conflicts_ytd', 'labour_conflicts_resolved_ytd', 'labour_conflicts_fprk_enterprises_ytd',
    'labour_conflicts_no_union_enterprises_ytd', 'strikes_fprk_monitoring_ytd'], measure)
