-- What happened when in the Federation's work at home? One row: one dated event of the newest year.
with shown as (
    select period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en, event
    from events
    where area = 'organisational' and kind in ('event_congress', 'event_commission', 'event_meeting', 'event_trip', 'event_public', 'event_statement')
        and ($period is null or left(period, 4) <= $period)
    qualify left(period, 4) = max(left(period, 4)) over ()
),
numbers as (
    select
        left(max(period), 4) as period, 'KZ' as place, '_T' as sector, 'final' as status, max(source) as source, count(*) as events,
        count(*) filter (where series = 'event_congress') as congresses, count(*) filter (where series = 'event_commission') as commissions
    from shown
    having count(*) > 0
)
select * exclude (event)
from (
    from mark('shown', ['text_kk', 'text_ru', 'text_en', 'event'])
    union all by name
    from slots('numbers')
    union all by name
    from chosen(
        case when nothing_in('numbers') then 'case.none' when exists (from shown where series = 'event_congress') then 'case.year' else 'case.commissions' end
    )
)
order by
    role desc, list_position(['event_congress', 'event_commission', 'event_meeting', 'event_trip', 'event_public', 'event_statement'], series),
    period, event
