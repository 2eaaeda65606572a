-- How many users did the publications in social networks reach, by each of the report's counts?
-- One row: one count of the newest year.
with published as (
    select f.period,
           case f.measure when 'facebook_content_reach' then 'reach_facebook' when 'social_pages_reach' then 'reach_pages' else 'reach_audience' end as series,
           f.value, f.status, f.source
    from figures f
    where f.measure in ('facebook_content_reach', 'social_pages_reach', 'social_audience')
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
           max(value) filter (where series = 'reach_facebook') as facebook,
           max(value) filter (where series = 'reach_pages') as pages,
           max(value) filter (where series = 'reach_audience') as audience
    from newest
    having count(*) = 3
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, -value as position from newest
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, 9
    from numbers n
    cross join lateral (values ('facebook', n.facebook), ('pages', n.pages), ('audience', n.audience), ('times', n.facebook / n.pages)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from numbers) then 'case.reach' else 'case.none' end, null, null, null, 9
)
order by role desc, position, series
