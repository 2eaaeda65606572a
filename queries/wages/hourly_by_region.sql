-- How does hourly pay differ between regions? One row is one of today's regions in the newest complete year; value null = not published.
-- The partial list of later years is shown in hourly_ranking.
with pay as (from official(['hourly_earnings'], $period) where sector = '_T' and length(period) = 4),
complete as (from every_region('pay')),
top as (from highest('complete')),
bottom as (from lowest('complete'))
from all_regions('pay', $place)
union all
select 'finding', top.period, country(), '_T', 'times', top.value / bottom.value, top.status, top.source from top cross join bottom
order by role desc, value desc nulls last, place, series
