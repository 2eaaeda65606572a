-- How many accidents at work FPRK counted in the newest year, and how many a year before: the tile's number. One row is one year; the report prints the country only, so a picked region has none.
with
printed as (
    select period, place, sector, value, status, source
    from figures
    where measure = 'accidents' and series = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
picked as (
    select period, place, sector, value, status, source
    from printed
    where place = coalesce($place, 'KZ') and sector = '_T'
),
latest as (
    select period, place, sector, value, status, source
    from picked
    where period = (select max(period) from picked)
),
earlier as (
    select picked.period, picked.place, picked.sector, picked.value, picked.status, picked.source
    from picked
    join latest on cast(picked.period as integer) = cast(latest.period as integer) - 1
),
country as (
    select period, place, sector, value, status, source
    from printed
    where $place is not null and place = 'KZ' and sector = '_T'
        and period = (select max(period) from printed where place = 'KZ' and sector = '_T')
),
answer as (
    select 'mark' as role, period, place, sector, '_T' as series, value, status, source from latest
    union all
    select 'mark', period, place, sector, '_T', value, status, source from earlier
    union all
    select 'finding', period, place, sector, 'now', value, status, source from latest
    union all
    select 'finding', period, place, sector, 'before', value, status, source from earlier
    union all
    select 'finding', latest.period, latest.place, latest.sector, 'change', latest.value - earlier.value, latest.status, latest.source
    from latest, earlier
    union all
    select 'finding', latest.period, latest.place, latest.sector, 'change_pct', 100.0 * (latest.value - earlier.value) / earlier.value, latest.status, latest.source
    from latest, earlier
    where earlier.value > 0
    union all
    select 'finding', period, place, sector, 'country_now', value, status, source from country
    union all
    select 'finding', null, null, null, case when exists (select 1 from latest) then 'case.value' else 'case.none' end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
