-- In which sectors most people died at work by the Bureau. One mark is one sector in the newest year for which several sectors are printed (and the year before that, for the ticks); a picked sector that is not printed has no value.
with
known as (
    select period, sector, value, status, source
    from statistics
    where measure = 'injured_fatal' and place = 'KZ' and sex = '_T' and age = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
named as (select period, sector, value, status, source from known where sector <> '_T'),
newest as (
    select max(period) as period
    from (select period from named group by period having count(*) > 1)
),
shown as (
    select
        named.period, named.sector, named.value, named.status, named.source,
        count(*) over () as published, sum(named.value) over () as together,
        row_number() over (order by named.value desc, named.sector) as position
    from named
    join newest using (period)
),
total as (
    select known.period, known.value, known.status, known.source
    from known
    join newest using (period)
    where known.sector = '_T'
),
picked as (select distinct section as sector from sectors where sector = $sector),
own as (
    select shown.period, shown.sector, shown.value, shown.status, shown.source
    from shown
    join picked using (sector)
    qualify row_number() over (order by shown.value desc, shown.sector) = 1
),
older as (
    select max(period) as period
    from (select period from named where period < (select period from newest) group by period having count(*) > 1)
),
earlier as (
    select named.period, named.sector, named.value, named.status, named.source
    from named
    join older using (period)
    join shown on shown.sector = named.sector
),
missing as (
    select newest.period, cast($sector as varchar) as sector
    from newest
    where newest.period is not null and $sector is not null and not exists (select 1 from own)
),
answer as (
    select 'mark' as role, period, 'KZ' as place, sector, '_T' as series, value, status, source, 1 as block, -value as position from shown
    union all
    select 'mark', earlier.period, 'KZ', earlier.sector, '_T', earlier.value, earlier.status, earlier.source, 4, 0 from earlier
    union all
    select 'mark', period, 'KZ', sector, '_T', null, null, null, 2, 0 from missing
    union all
    select 'finding', period, 'KZ', sector, 'top', value, status, source, 3, 0 from shown where position = 1
    union all
    select 'finding', period, 'KZ', '_T', 'together', together, status, source, 3, 0 from shown where position = 1
    union all
    select 'finding', period, 'KZ', '_T', 'published', published, status, source, 3, 0 from shown where position = 1
    union all
    select 'finding', period, 'KZ', '_T', 'total', value, status, source, 3, 0 from total
    union all
    select 'finding', period, 'KZ', sector, 'now', value, status, source, 3, 0 from own
    union all
    select 'finding', period, 'KZ', sector, 'asked', null, null, null, 3, 0 from missing
    union all
    select
        'finding', null, 'KZ', null,
        case
            when not exists (select 1 from shown) then 'case.none'
            when $sector is null then 'case.top'
            when exists (select 1 from missing) then 'case.unpublished'
            else 'case.picked'
        end, null, null, null, 3, 0
)
select role, period, place, sector, series, value, status, source
from answer
order by block, position, sector
