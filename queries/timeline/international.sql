-- Which international events does the newest year have? One mark is one event dated to the day or the month.
with known as (from chronicle($period) where area = 'international'),
dated as (from dated_events('known'))
from mark_of_events('dated', null)
union all by name
from numbers_of_events('dated', $place, null, ['event_congress', 'event_training', 'event_meeting'])
union all by name
from chosen(
    case
        when nothing_in('dated') then 'case.none'
        when $place is null then 'case.all'
        when $place in (select place from dated) then 'case.region'
        else 'case.region_none'
    end
)
order by role desc, in_order_of_lanes(series), period, text_en
