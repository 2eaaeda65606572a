-- Unions of which countries are members of which structure? One row is one structure and one country; a list that is not complete leaves the rest unknown.
with
dated as (
    -- A membership without a year is known since the document or the source that names it.
    select source, mode(left(period, 4)) as year from figures group by source
    union all
    select source, left(date, 4) from sources where source not in (select source from figures)
),
known as (
    select s.structure, s.place, min(s.since) as since, max(s.source) as source, min(dated.year) as told
    from structures s
    left join dated on dated.source = s.source
    where s.role in ('founder', 'member', 'officer') and s.place <> '_Z' and (s.until is null or $period is not null and s.until > try_cast($period as integer))
    group by s.structure, s.place
),
shown as (
    select *, coalesce(cast(cast(since as integer) as varchar), told) as period from known
    where $period is null or coalesce(cast(cast(since as integer) as varchar), told) <= $period
),
counts as (
    -- How many countries the structure is said to have: of the document first, of others after it.
    select sector as structure, value
    from (
        select sector, period, value, 0 as newer from figures where measure = 'org_countries' and value is not null
        union all
        select sector, period, value, 1 from statistics where measure = 'org_countries' and value is not null
    )
    where $period is null or left(period, 4) <= $period
    qualify row_number() over (partition by sector order by newer, period desc) = 1
),
complete as (
    select shown.structure
    from shown
    join counts on counts.structure = shown.structure
    group by shown.structure
    having count(*) = max(counts.value)
),
lines as (select structure, count(*) as places from shown group by structure),
countries as (
    select place, case when place = 'KZ' then 1 when place in (select place from shown where structure = 'ORG_SPSCA') then 2 else 3 end as position
    from (select distinct place from structures where role in ('founder', 'member', 'officer', 'host') and place <> '_Z')
),
cells as (
    select
        lines.structure, countries.place, countries.position, lines.places, shown.since, shown.source,
        coalesce(shown.period, (select max(period) from shown)) as period,
        case when shown.place is not null then 'yes' when complete.structure is not null then 'no' else 'unknown' end as state
    from lines
    cross join countries
    left join shown on shown.structure = lines.structure and shown.place = countries.place
    left join complete on complete.structure = lines.structure
),
numbers as (
    select
        max(period) as period, max(source) as source, count(distinct structure) as structures, count(distinct structure) filter (where place = 'KZ' and state = 'yes') as here,
        count(distinct structure) filter (where state = 'no' or structure in (select structure from complete)) as whole
    from cells
    having count(*) > 0
),
answer as (
    select
        'mark' as role, period, place, structure as sector, '_T' as series, since as value, 'final' as status, source, state, false as wanted, 1 as block, places, position
    from cells
    union all
    select 'finding', numbers.period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', numbers.source, null, null, 2, 0, 0
    from numbers
    cross join lateral (values ('structures', numbers.structures), ('here', numbers.here), ('whole', numbers.whole)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from numbers) then 'case.listed' else 'case.none' end, null, null, null, null, null, 3, 0, 0
)
select role, period, place, sector, series, value, status, source, state, wanted
from answer
order by block, places desc, sector, position, place, series
