-- From which regions do appeals to the Legal Clinic come? One row is one of the twenty regions; zero where the listed regions make up the country's printed
-- total, no value where they do not.
with known as (from printed(['appeals'], $period) where sector = '_T' and series = '_T'),
filled as (from with_zero_where_nothing_is_left('known')),
listed as (
    select
        * replace (if(value is null, null, status) as status, max(source) over () as source),
        rank() over (order by value desc nulls last) as rank, row_number() over (order by value desc nulls last, place) as position
    from every_region('filled')
),
total as (from (from known where place = 'KZ') semi join listed using (period)),
top as (from highest('listed')),
here as (from listed where place = $place and value > 0),
numbers as (
    select
        max(listed.period) as period, 'KZ' as place, '_T' as sector, 'final' as status, max(listed.source) as source,
        count(*) filter (where listed.value > 0) as published, count(*) as all_regions, count(listed.value) as known_regions,
        100.0 * sum(listed.value) filter (where position <= 5) / max(total.value) as top_share, count(listed.value) filter (where position <= 5) as top_count
    from listed
    cross join total
    having count(listed.value) > 0
)
from mark('listed')
union all
from slots('numbers')
union all
from slots_of('total', 'top', 'here')
union all
select 'finding', period, place, sector, 'rank', rank, status, source from here
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when exists (from here) and (select known_regions = all_regions from numbers) then 'case.here'
        when exists (from here) then 'case.here_unranked'
        when $place in (select place from listed where value = 0) then 'case.zero'
        when $place is not null then 'case.missing'
        else 'case.top'
    end
)
order by role desc, value desc nulls last, place, series
