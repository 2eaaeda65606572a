-- How many people follow each account of the Federation in social networks?
-- One row: one account in the newest year.
with known as (from printed(['social_followers', 'youtube_videos', 'youtube_views'], $period) where place = country() and sector = '_T'),
told as (from newest('known')),
accounts as (from told where measure = 'social_followers'),
videos as (from told where measure = 'youtube_videos'),
views as (from told where measure = 'youtube_views'),
-- Rounded as written, so that the words that go with a number fit it.
views_per_video as (select views.* replace (round(views.value / videos.value) as value) from views cross join videos where videos.value > 0)
from mark('accounts')
union all
from slots_by_series('accounts')
union all
from slots_of('videos', 'views', 'views_per_video')
union all
from chosen(
    case
        when (select count(*) from accounts where series in ('youtube', 'facebook_group')) < 2 then 'case.none'
        when nothing_in('views_per_video') then 'case.accounts'
        else 'case.youtube'
    end
)
order by role desc, value desc, series
