-- What happened when in the Federation's work at home? One row: one dated event of the newest year.
with
dated as (
    select e.event, e.period, e.place, e.sector, e.kind, e.text_kk, e.text_ru, e.text_en, e.source
    from events e
    where e.area = 'organisational'
        and e.kind in ('event_congress', 'event_commission', 'event_meeting', 'event_trip', 'event_public', 'event_statement')
        and ($period is null or left(e.period, 4) <= $period)
),
newest as (select max(left(period, 4)) as year from dated),
shown as (select dated.* from dated join newest on left(dated.period, 4) = newest.year),
counted as (
    select max(period) as period, max(source) as source, count(*) as events,
           count(*) filter (where kind = 'event_congress') as congresses, count(*) filter (where kind = 'event_commission') as commissions
    from shown
    having count(*) > 0
),
answer as (
    select 'mark' as role, period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en, event from shown
    union all
    select 'finding', left(c.period, 4), 'KZ', '_T', slot.name, slot.number, 'final', c.source, null, null, null, null
    from counted c
    cross join lateral (values ('events', c.events), ('congresses', c.congresses), ('commissions', c.commissions)) as slot (name, number)
    union all
    select 'finding', null, 'KZ', '_T', case when not exists (select 1 from counted) then 'case.none'
                when (select congresses from counted) = 0 then 'case.commissions'
                else 'case.year' end, null, null, null, null, null, null, null
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc,
    case series when 'event_congress' then 1 when 'event_commission' then 2 when 'event_meeting' then 3 when 'event_trip' then 4 when 'event_public' then 5 else 6 end,
    period, event
