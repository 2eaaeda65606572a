-- How many appeals to the Legal Clinic come from each region, on the map? One row is one of the twenty regions; one left out of the report’s list has no value.
with known as (from printed(['appeals'], $period) where sector = '_T' and series = '_T'),
listed as (
    select
        * replace (if(value is null, null, status) as status, max(source) over () as source),
        rank() over (order by value desc nulls last) as rank, row_number() over (order by value desc nulls last, place) as position
    from every_region('known')
),
top as (from highest('listed')),
here as (from listed where place = $place and value is not null),
numbers as (
    select
        max(period) as period, 'KZ' as place, '_T' as sector, 'final' as status, max(source) as source, count(value) as published, count(*) as all_regions,
        100.0 * sum(value) filter (where position <= 5) / sum(value) as top_share, count(value) filter (where position <= 5) as top_count
    from listed
    having count(value) > 0
)
from mark('listed')
union all
from slots('numbers')
union all
from slot('top')
union all
from slot('here')
union all
select 'finding', period, place, sector, 'rank', rank, status, source from here
union all
from asked($place, null)
union all
from chosen(case when nothing_in('top') then 'case.none' when exists (from here) then 'case.here' when $place is not null then 'case.missing' else 'case.top' end)
order by role desc, value desc nulls last, place, series
