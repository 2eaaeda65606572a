-- How many people follow each account of the Federation in social networks?
-- One row: one account in the newest year.
with published as (
    select f.measure, f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure in ('social_followers', 'youtube_videos', 'youtube_views')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select * from published where period = (select max(period) from published)
),
accounts as (
    select *, row_number() over (order by value desc, series) as position from newest where measure = 'social_followers'
),
channel as (
    select max(period) as period, max(status) as status, max(source) as source,
           max(value) filter (where measure = 'youtube_videos') as videos,
           max(value) filter (where measure = 'youtube_views') as views
    from newest
    having max(value) filter (where measure = 'youtube_videos') > 0 and max(value) filter (where measure = 'youtube_views') is not null
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, position from accounts
    union all
    select 'finding', period, 'KZ', '_T', series, value, status, source, 9 from accounts
    union all
    select 'finding', c.period, 'KZ', '_T', slot.name, slot.value, c.status, c.source, 9
    from channel c
    cross join lateral (values ('videos', c.videos), ('views', c.views), ('views_per_video', round(c.views / c.videos))) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when (select count(*) from accounts where series in ('youtube', 'facebook_group')) < 2 then 'case.none'
                when exists (select 1 from channel) then 'case.youtube'
                else 'case.accounts' end,
           null, null, null, 9
)
order by role desc, position, series
