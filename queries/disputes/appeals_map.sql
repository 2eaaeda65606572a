-- How many appeals to the Legal Clinic come from each region, on the map?
-- One row: one of the twenty regions; a region left out of the report's list has no value.
with newest as (
    select max(period) as period
    from figures
    where measure = 'appeals' and sector = '_T' and series = '_T' and place <> 'KZ' and value is not null
      and ($period is null or left(period, 4) <= $period)
    having count(*) > 0
),
regions as (
    select n.period, p.place, f.value, f.status, coalesce(f.source, 'fprk_report_2025') as source,
           rank() over (order by f.value desc nulls last) as place_in_list, row_number() over (order by f.value desc nulls last, p.place) as position
    from newest n
    join places p on p.kind in ('region', 'city')
    left join figures f
      on f.place = p.place and f.period = n.period and f.measure = 'appeals' and f.sector = '_T' and f.series = '_T'
),
numbers as (
    select max(period) as period, max(source) as source, count(value) as listed, count(*) as regions,
           sum(value) filter (where position <= 5) / sum(value) * 100 as top_share, count(value) filter (where position <= 5) as top_count
    from regions
    having count(value) > 0
),
largest as (
    select period, place, value, status, source from regions where position = 1 and value is not null
),
here as (
    select n.period, $place as place, r.value, r.place_in_list, r.status, n.source
    from numbers n
    left join regions r on r.place = $place
    where $place is not null
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, position from regions
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, 'final', n.source, 99
    from numbers n
    cross join lateral (
        values ('listed', cast(n.listed as double)), ('regions', cast(n.regions as double)), ('top_share', n.top_share), ('top_count', cast(n.top_count as double))
    ) as slot (name, value)
    union all
    select 'finding', period, place, '_T', 'largest', value, status, source, 99 from largest
    union all
    select 'finding', period, place, '_T', 'here', value, status, source, 99 from here
    union all
    select 'finding', period, place, '_T', 'rank', cast(place_in_list as double), status, source, 99 from here
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when $place is null then 'case.country'
                when (select value from here) is null then 'case.absent'
                else 'case.region' end,
           null, null, null, 99
)
order by role desc, position
