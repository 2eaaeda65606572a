-- Which coverage by collective agreements is published, by whom, of which enterprises? One row: one measure at its newest year; they differ and never make one line.
with
printed as (
    select f.period, case f.measure when 'collective_coverage_with_unions' then 'coverage_with_unions' else 'coverage_ministry' end as series,
           f.value, f.status, f.source
    from figures f
    where f.measure in ('collective_coverage_with_unions', 'ca_coverage_large_medium') and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
        and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
),
official as (
    select f.period, 'coverage_sdg' as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'collective_bargaining_coverage' and f.place = 'KZ' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (order by f.period desc) = 1
),
shown as (
    select * from printed
    union all
    select * from official
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shown
    union all
    select 'finding', period, 'KZ', '_T', case series when 'coverage_with_unions' then 'unions' when 'coverage_ministry' then 'ministry' else 'sdg' end,
           value, status, source
    from shown
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when exists (select 1 from shown where series = 'coverage_ministry') then 'case.three'
            else 'case.sdg'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc
