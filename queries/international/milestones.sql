-- Which congresses, foundations and memberships mark international work, over all years? One row is one event of that kind.
with
shown as (
    select e.period, e.place, e.sector, e.kind, e.text_kk, e.text_ru, e.text_en, e.source
    from events e
    where e.area = 'international' and e.kind in ('event_congress', 'event_programme') and ($period is null or left(e.period, 4) <= $period)
        -- Of the documents and of the structures that they name; not what unions of other countries do among themselves.
        and (e.source in (select source from structures) or e.sector in (select structure from structures))
),
counted as (
    select count(*) as events, min(left(period, 4)) as first, max(left(period, 4)) as last, max(source) as source from shown having count(*) > 0
),
congresses as (
    -- Congresses whose number is printed.
    select count(*) as value from figures f
    where f.measure = 'org_congress_number' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
answer as (
    select
        'mark' as role, period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en, 1 as block
    from shown
    union all
    select 'finding', counted.first, '_Z', '_T', 'events', cast(counted.events as double), 'final', counted.source, null, null, null, 2 from counted
    union all
    select 'finding', counted.last, '_Z', '_T', 'congresses', cast(congresses.value as double), 'final', counted.source, null, null, null, 2 from counted, congresses
    union all
    select
        'finding', null, '_Z', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when (select value from congresses) = 0 or (select first = last from counted) then 'case.few'
            else 'case.span'
        end, null, null, null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by block, series, period, place, text_en
