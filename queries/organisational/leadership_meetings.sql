-- How many meetings and trips did the leadership have, and what are the chair's meetings made of? One row: all, those with the chair, or one kind of the chair's meetings.
with
held as (
    select f.measure, f.period, f.series, f.value, f.status, f.source
    from figures f
    where f.measure in ('leadership_meetings', 'chair_meetings', 'chair_international_events') and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
shown as (
    select period, case when measure = 'leadership_meetings' and series = '_T' then 'all_leadership_meetings'
                        when measure = 'chair_international_events' then 'international_events' else series end as series,
           value, status, source, case measure when 'leadership_meetings' then 1 else 2 end as block
    from held
),
top as (select * from shown where block = 2 order by value desc limit 1),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, block from shown
    union all
    select 'finding', period, 'KZ', '_T', case series when 'with_chair' then 'chair' else 'everyone' end, value, status, source, 9 from shown where block = 1
    union all
    select 'finding', period, 'KZ', '_T', 'bilateral', value, status, source, 9 from shown where series = 'bilateral_abroad'
    union all
    select
        'finding', null, 'KZ', '_T', case
            when not exists (select 1 from top) then 'case.none'
            when (select series from top) = 'bilateral_abroad' then 'case.bilateral'
            else 'case.kinds'
        end, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, block, value desc
