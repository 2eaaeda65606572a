-- How many publications came out in the year in the media, on the website and in social networks?
-- One row: one channel in the newest year.
with published as (
    select f.period,
           case f.measure when 'media_publications' then 'channel_media' when 'site_publications' then 'channel_site' else 'channel_social' end as series,
           f.value, f.status, f.source
    from figures f
    where f.measure in ('media_publications', 'site_publications', 'social_posts')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select * from published where period = (select max(period) from published)
),
numbers as (
    select max(period) as period, max(status) as status, max(source) as source,
           max(value) filter (where series = 'channel_social') as social,
           max(value) filter (where series = 'channel_media') as media,
           max(value) filter (where series = 'channel_site') as site
    from newest
    having count(*) = 3
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, -value as position from newest
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, 0
    from numbers n
    cross join lateral (values ('social', n.social), ('media', n.media), ('site', n.site), ('times', n.social / n.media)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select social > media from numbers) then 'case.social'
                else 'case.channels' end,
           null, null, null, 0
)
order by role desc, position, series
