-- Which part of the publications in the media appears in the regions?
-- One row: regional or other media in the newest year, with the share of all publications in the media.
with published as (
    select f.measure, f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure in ('media_publications', 'media_publications_growth')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
numbers as (
    select period, max(status) as status, max(source) as source,
           max(value) filter (where measure = 'media_publications' and series = '_T') as total,
           max(value) filter (where measure = 'media_publications' and series = 'regional_media') as regional,
           max(value) filter (where measure = 'media_publications_growth') as growth
    from published
    group by period
    having max(value) filter (where measure = 'media_publications' and series = '_T') is not null
    order by period desc
    limit 1
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, n.period, 'KZ' as place, '_T' as sector, part.name as series, part.value, n.status, n.source, part.value / n.total * 100 as share, part.position
    from numbers n
    cross join lateral (values ('regional_media', n.regional, 1), ('other_media', n.total - n.regional, 2)) as part (name, value, position)
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, null, 9
    from numbers n
    cross join lateral (values ('total', n.total), ('growth', n.growth), ('regional_share', n.regional / n.total * 100)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select growth is not null from numbers) then 'case.growth'
                else 'case.total' end,
           null, null, null, null, 9
)
order by role desc, position, series
