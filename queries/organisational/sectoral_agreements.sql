-- Which sectors have a sectoral agreement, and for which term? One row: one union sector and one term; the value is the number of unions named for it.
with
published as (
    select f.period, f.sector, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'sectoral_agreement_unions' and f.place = 'KZ' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
union_sectors as (select distinct sector from sectors where kind = 'union'),
terms as (select distinct series from published where sector <> '_T'),
newest as (select max(period) as period, max(source) as source from published having count(*) > 0),
cells as (
    select n.period, u.sector, t.series, p.value, p.status, coalesce(p.source, n.source) as source,
           min(p.series) over (partition by u.sector) as first_term
    from newest n
    cross join union_sectors u
    cross join terms t
    left join published p on p.sector = u.sector and p.series = t.series
),
picked as (
    -- The term is told as a span of years: 24-26 is 2024/2026.
    select period, sector, series, value, status, source, row_number() over (order by series) as position
    from cells
    where sector = $sector and value is not null
),
counted as (
    select n.period, n.source, count(distinct c.sector) filter (where c.value is not null) as named, count(distinct c.sector) as all_sectors
    from newest n
    join cells c on c.period = n.period
    group by n.period, n.source
),
answer as (
    select 'mark' as role, period, 'KZ' as place, sector, series, value, status, source,
           case when value is null then 'unknown' else 'yes' end as state, false as wanted, first_term
    from cells
    union all
    select 'finding', c.period, 'KZ', '_T', slot.name, slot.number, 'final', c.source, null, null, null
    from counted c
    cross join lateral (values ('named', c.named), ('all_sectors', c.all_sectors)) as slot (name, number)
    union all
    select 'finding', '20' || left(series, 2) || '/20' || right(series, 2), 'KZ', sector, case position when 1 then 'here' else 'then' end, value, status, source, null, null, null
    from picked
    union all
    select 'finding', null, 'KZ', cast($sector as varchar), 'asked', null, null, null, null, null, null where $sector is not null
    union all
    select
        'finding', null, 'KZ', null,
        case
            when not exists (select 1 from published) then 'case.none'
            when $sector is null then 'case.country'
            when not exists (select 1 from picked) then 'case.not_named'
            when (select count(*) from picked) > 1 then 'case.two_terms'
            else 'case.one_term'
        end, null, null, null, null, null, null
)
select role, period, place, sector, series, value, status, source, state, wanted
from answer
order by role desc, first_term nulls last, sector, series
