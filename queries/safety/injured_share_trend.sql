-- How the shares of the sectors named in at least three years among people hurt at work moved by the Bureau. One mark is one sector in one year.
with
known as (
    select period, sector, value, status, source
    from statistics
    where measure = 'injured_share_by_sector' and place = 'KZ' and sector <> '_T' and sex = '_T' and value is not null
        and ($period is null or left(period, 4) <= $period)
),
line as (
    select period, sector, value, status, source, row_number() over (partition by sector order by period) as rising,
        row_number() over (partition by sector order by period desc) as falling
    from known
    qualify count(*) over (partition by sector) > 2
),
ends as (
    select latest.period, latest.sector, latest.value, latest.status, latest.source, earliest.period as first_period, earliest.value as first_value,
        row_number() over (
            order by (latest.sector in (select section from sectors where sector = $sector)) desc, latest.value desc, latest.sector
        ) as position
    from line as latest
    join line as earliest on earliest.sector = latest.sector and earliest.rising = 1
    where latest.falling = 1
),
answer as (
    select 'mark' as role, period, 'KZ' as place, sector, '_T' as series, value, status, source from line
    union all
    select 'finding', period, 'KZ', sector, 'now', value, status, source from ends where position = 1
    union all
    select 'finding', first_period, 'KZ', sector, 'before', first_value, status, source from ends where position = 1
    union all
    select 'finding', null, 'KZ', cast($sector as varchar), 'asked', null, null, null
    where $sector is not null and not exists (select 1 from ends join sectors on sectors.section = ends.sector and sectors.sector = $sector)
    union all
    select
        'finding', null, 'KZ', null,
        case
            when not exists (select 1 from ends) then 'case.none'
            when $sector is null or exists (select 1 from ends join sectors on sectors.section = ends.sector and sectors.sector = $sector) then 'case.moved'
            else 'case.unpublished'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, sector, period
