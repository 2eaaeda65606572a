-- Which values are published for what is promised? One row: one promised target in one period; `broken`: a series break lies before it.
with aims as (
    select target, measure, place, sector, series, cast(left(base_period, 4) as integer) as base_year from targets
),
published as (
    -- Where two sources give the same period, the newer publication speaks.
    select aims.target, aims.measure, aims.place, aims.sector, aims.series, found.period, found.value
    from aims
    join (
        select measure, place, sector, series, period, value, source from figures
        union all
        select measure, place, sector, '_T', period, value, source from statistics where sex = '_T' and age = '_T'
    ) found on found.measure = aims.measure and found.place = aims.place and found.sector = aims.sector and found.series = aims.series
    left join sources on sources.source = found.source
    where found.value is not null
    qualify row_number() over (partition by aims.target, aims.place, aims.sector, aims.series, found.period order by nullif(sources.date, 'n.d.') desc nulls last, found.source) = 1
),
conventions_promised as (
    -- What a council of unions promises is promised for the country of each of its members.
    select aims.*, aims.place as country from aims where aims.measure = 'ilo_convention_ratified' and aims.place <> '_Z'
    union all
    select aims.*, members.place
    from aims
    join structures members on members.structure = aims.sector and members.role = 'member' and members.place <> '_Z'
    where aims.measure = 'ilo_convention_ratified' and aims.place = '_Z'
),
standing as (
    -- Where the year of ratification is not published, the ratification is known since the year of its source.
    select
        asked.target, asked.measure, asked.place, asked.sector, asked.series, asked.base_year, asked.country,
        cast(min(c.year) filter (where c.status = 'ratified') as integer) as ratified_in,
        min(try_cast(left(sources.date, 4) as integer)) filter (where c.status = 'ratified') as ratified_by,
        max(try_cast(left(coalesce(nullif(c.as_of, ''), sources.date), 4) as integer)) filter (where c.status = 'not_ratified') as open_until
    from conventions_promised asked
    left join conventions c on c.convention = asked.series and c.place = asked.country
    left join sources on sources.source = c.source
    group by all
),
yearly as (
    -- Once it is ratified everywhere, later years say nothing more.
    select standing.*, unnest(generate_series(standing.base_year, greatest(standing.base_year, last_year.year))) as year
    from standing
    cross join (select cast(max(left(period, 4)) as integer) as year from figures) last_year
),
judged as (
    select
        target, measure, place, sector, series, year,
        case when year >= coalesce(ratified_in, ratified_by) then 1 when year < ratified_in or year <= open_until then 0 end as ratified
    from yearly
),
ratified as (
    select
        target, measure, place, sector, series, year,
        case when bool_or(ratified = 0) then 0 when count(*) = count(ratified) then 1 end as value
    from judged
    group by all
),
points as (
    select target, measure, place, sector, series, period, value from published
    union all
    select target, measure, place, sector, series, cast(year as varchar), cast(value as double)
    from ratified
    where value is not null
    qualify row_number() over (partition by target, place, sector, series, value order by year) = 1 or value = 0
),
ordered as (
    select *, lag(period) over (partition by target, place, sector, series order by period) as earlier from points
)
select
    target, place, sector, series, period, value,
    not same_definition(measure, earlier, period, place, of_sector := sector, of_series := series) as broken
from ordered
order by target, place, sector, series, period
