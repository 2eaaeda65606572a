-- From which sectors do appeals to the Legal Clinic come, and how did they change?
-- One row: one union sector in one of the two newest years, by size in the newest; growth is (now - before) / before.
with published as (
    select f.period, f.sector, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure = 'appeals'
      and f.place = 'KZ'
      and f.sector <> '_T'
      and f.series = '_T'
      and ($period is null or left(f.period, 4) <= $period)
),
listed as (
    select n.period, n.sector, n.value as now, b.value as before, n.status, n.source,
           (n.value - b.value) / b.value * 100 as change_pct, n.value / b.value as times,
           rank() over (order by n.value desc nulls last) as place_in_list, row_number() over (order by n.value desc nulls last, n.sector) as position
    from published n
    left join published b on b.sector = n.sector and b.age = 2
    where n.age = 1
),
fastest as (
    select period, sector, now, before, change_pct, times, status, source
    from listed
    where change_pct is not null
    order by change_pct desc
    limit 1
),
largest as (
    select period, sector, now, status, source from listed where position = 1
),
here as (
    select period, sector, now, before, change_pct, place_in_list, status, source from listed where sector = $sector and now is not null
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, p.period, 'KZ' as place, p.sector, '_T' as series, p.value, p.status, p.source, l.position
    from published p
    join listed l on l.sector = p.sector
    where p.age <= 2
    union all
    select 'mark', l.period, 'KZ', $sector, '_T', null, null, l.source, 98
    from largest l
    where $sector is not null and $sector not in (select sector from listed)
    union all
    select 'finding', f.period, 'KZ', f.sector, slot.name, slot.value, f.status, f.source, 99
    from fastest f
    cross join lateral (
        values ('fast_now', f.now), ('fast_before', f.before), ('fast_pct', f.change_pct), ('fast_times', f.times)
    ) as slot (name, value)
    union all
    select 'finding', period, 'KZ', sector, 'largest', now, status, source, 99 from largest
    union all
    select 'finding', max(period), 'KZ', '_T', 'listed', cast(count(now) as double), 'final', max(source), 99 from listed
    union all
    select 'finding', h.period, 'KZ', h.sector, slot.name, slot.value, h.status, h.source, 99
    from here h
    cross join lateral (
        values ('now', h.now), ('before', h.before), ('change_pct', h.change_pct), ('rank', cast(h.place_in_list as double))
    ) as slot (name, value)
    union all
    select 'finding', null, 'KZ', $sector, 'picked', null, null, null, 99 where $sector is not null
    union all
    select 'finding', null, 'KZ', coalesce($sector, '_T'),
           case when not exists (select 1 from listed) then 'case.none'
                when $sector is not null and not exists (select 1 from here) then 'case.absent'
                when $sector is not null and (select before from here) is null then 'case.sector_one_year'
                when $sector is not null then 'case.sector'
                when not exists (select 1 from fastest) then 'case.one_year'
                when (select times >= 2 from fastest) then 'case.fastest_times'
                else 'case.fastest_pct' end,
           null, null, null, 99
)
order by role desc, position, period desc
