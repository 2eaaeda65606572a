-- How many publications came out in the year in the media, on the website and in social networks?
-- One row: one channel in the newest year.
with known as (
    select * replace ('channel_' || split_part(measure, '_', 1) as series)
    from printed(['media_publications', 'site_publications', 'social_posts'], $period)
    where place = country() and sector = '_T' and series = '_T'
),
channels as (from newest('known')),
media as (from channels where series = 'channel_media'),
social as (from channels where series = 'channel_social'),
times as (select social.* replace (social.value / media.value as value) from social cross join media)
from mark('channels')
union all
from slots_by_series('channels')
union all
from slot('times')
union all
from chosen(
    case when (select count(*) from channels) < 3 then 'case.none' when value_of('social') > value_of('media') then 'case.social' else 'case.channels' end
)
order by role desc, value desc, series
