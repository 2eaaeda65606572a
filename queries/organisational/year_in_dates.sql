-- What happened when in the Federation's work at home?
-- One row: one event dated to the day or the month, of the newest year that has such; how many more are known only to the year is said.
with known as (
    select period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en
    from events
    where area = 'organisational' and kind not in ('event_training', 'event_document') and ($period is null or left(period, 4) <= $period)
),
shown as (from dated_events('known')),
numbers as (
    select
        left(max(period), 4) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(*) as events,
        count(*) filter (where series = 'event_congress') as congresses, count(*) filter (where series = 'event_commission') as commissions,
        (select count(*) from known where period in (select left(period, 4) from shown)) as undated
    from shown
    having count(*) > 0
)
from mark('shown', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots('numbers')
union all by name
from chosen(
    case when nothing_in('numbers') then 'case.none' when exists (from shown where series = 'event_congress') then 'case.year' else 'case.commissions' end
)
order by role desc, in_order_of_lanes(series), period, text_en
