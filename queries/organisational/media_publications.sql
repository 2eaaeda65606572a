-- Which part of the publications in the media appears in the regions?
-- One row: regional or other media in the newest year, with the share of all publications in the media.
with years as (
    select
        period, place, sector, max(status) as status, max(source) as source,
        max(value) filter (where measure = 'media_publications' and series = '_T') as total,
        max(value) filter (where measure = 'media_publications' and series = 'regional_media') as regional,
        max(value) filter (where measure = 'media_publications_growth') as growth
    from printed(['media_publications', 'media_publications_growth'], $period)
    where place = country() and sector = '_T'
    group by all
    having total is not null
),
now as (select *, 100.0 * regional / total as regional_share from newest('years')),
parts as (
    select *, 'regional_media' as series, regional as value from now
    union all
    select *, 'other_media', total - regional from now
),
shares as (from parts_of('parts'))
from mark('shares', ['share'])
union all by name
from slots('now')
union all by name
from chosen(case when nothing_in('now') then 'case.none' when exists (from now where growth is null) then 'case.total' else 'case.growth' end)
order by role desc, series desc
