-- How many users did the publications in social networks reach, by each of the report's counts?
-- One row: one count of the newest year; they count different things, none is measured by another.
with known as (
    select
        * replace (
            case measure when 'facebook_content_reach' then 'reach_facebook' when 'social_pages_reach' then 'reach_pages' else 'reach_audience' end as series
        )
    from printed(['facebook_content_reach', 'social_pages_reach', 'social_audience'], $period)
    where place = country() and sector = '_T' and series = '_T'
),
counts as (from newest('known'))
from mark('counts')
union all
from slots_by_series('counts')
union all
from chosen(if((select count(*) from counts) = 3, 'case.found', 'case.none'))
order by role desc, value desc, series
