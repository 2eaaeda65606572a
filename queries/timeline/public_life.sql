-- Which public campaigns, anniversaries, trips and seminars does the newest year have outside international work?
-- One mark is one event dated to the day or the month.
with known as (
    from chronicle($period)
    where area <> 'international'
        and series not in (
            'event_congress', 'event_meeting', 'event_forum', 'event_commission', 'event_law', 'event_programme', 'event_statement', 'event_strike'
        )
),
dated as (from dated_events('known'))
from mark_of_events('dated', $sector)
union all by name
from told_of_events('dated', $place, $sector, ['event_public', 'event_trip', 'event_training'])
order by role desc, in_order_of_lanes(series), period, text_en
