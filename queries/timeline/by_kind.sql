-- How many events of each kind does the newest year have? One row is one kind; events known only to the year are counted too.
with
chronicle as (
    -- Kinds that other pages name in their own way stand in the lane where they belong; what is planned after the last dated year is left out.
    select
        period, nullif("end", '') as last_day, place, sector, area, source, text_kk, text_ru, text_en,
        case
            when kind = 'event_training_project' then 'event_training'
            when kind in ('event_document', 'event_training_rule') then 'event_programme'
            when kind = 'youth_forum' then 'event_forum'
            when kind = 'youth_dialogue' then 'event_meeting'
            when kind in ('youth_award', 'youth_charity') then 'event_public'
            when kind = 'youth_memorandum' then 'event_statement'
            else kind
        end as lane
    from events
    where left(period, 4) <= (select max(left(period, 4)) from events where length(period) > 4)
        and ($period is null or left(period, 4) <= $period)
),
year as (
    select max(left(period, 4)) as year from chronicle
),
counts as (
    select
        year.year as period, chronicle.lane, arg_max(chronicle.source, chronicle.period) as source, count(*) as events,
        count(*) filter (where length(chronicle.period) = 10) as exact
    from chronicle
    join year on left(chronicle.period, 4) = year.year
    group by year.year, chronicle.lane
),
whole as (
    select max(period) as period, arg_max(source, events) as source, sum(events) as now, sum(exact) as exact
    from counts
    having count(*) > 0
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, lane as series, cast(events as double) as value, 'final' as status, source from counts
    union all
    select 'finding', period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', source
    from whole
    cross join lateral (values ('now', now), ('exact', exact)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T', if(exists (select 1 from whole), 'case.all', 'case.none'), null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc, series
