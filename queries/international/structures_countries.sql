-- Unions of which countries are members of which structure? One row is one structure and one country; a list that is not complete leaves the rest unknown.
with known as (
    -- A membership without a year is known since the document or the source that names it.
    select structure, place, min(since) as since, max(source) as source, coalesce(printf('%d', cast(min(since) as integer)), min(told)) as period
    from structures_as_of($period)
    where role in ('founder', 'member', 'officer') and place <> '_Z' and (until is null or $period is not null and until > try_cast($period as integer))
    group by structure, place
),
shown as (from known where $period is null or period <= $period),
-- A membership without a year may be older than the source that names it: as of an earlier year it is unknown.
undated as (from known where place = country() and since is null and $period is not null and period > $period),
-- A list is complete if it has as many countries as the structure is said to have.
lines as (
    select shown.structure, count(*) = max(sizes.value) as complete
    from shown
    left join newest_of_each_structure(['org_countries'], $period) as sizes on sizes.sector = shown.structure
    group by shown.structure
),
countries as (select distinct place from structures where role in ('founder', 'member', 'officer', 'host') and place <> '_Z'),
cells as (
    select
        coalesce(shown.period, (select max(period) from shown)) as period, countries.place, lines.structure as sector, '_T' as series, shown.since as value,
        'final' as status, shown.source, case when shown.place is not null then 'yes' when lines.complete then 'no' else 'unknown' end as state, false as wanted
    from lines
    cross join countries
    left join shown on shown.structure = lines.structure and shown.place = countries.place
),
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, (select count(*) from lines) as structures,
        count(*) filter (where cells.place = country() and state = 'yes') as here, (select count(*) from lines where complete) as whole,
        (select count(*) from undated) as undated
    from cells
    having count(*) > 0
)
from mark('cells', ['state', 'wanted'])
union all by name
from slots('numbers')
union all by name
from chosen(case when nothing_in('numbers') then 'case.none' when exists (from undated) then 'case.undated' else 'case.listed' end)
order by
    role desc, count(*) filter (where state = 'yes') over (partition by sector) desc, sector,
    case when place = country() then 1 when place in (select place from shown where structure = 'ORG_SPSCA') then 2 else 3 end, place, series
