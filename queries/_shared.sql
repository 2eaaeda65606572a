-- What several questions ask in the same way. Made once with the release's tables; a query uses it like a table.

-- Events by the lane in which the timeline shows them, up to the last year that has a dated event.
create view chronicle_by_lane as
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
where left(period, 4) <= (select max(left(period, 4)) from events where length(period) > 4);

-- The newest published number of one measure for each region that has one, with how many regions have one and the place from the highest.
-- Where two sources give the same period, the newer publication speaks.
create macro newest_by_region(asked_measure, as_of) as table
with known as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    join places on places.place = f.place and places.kind in ('region', 'city')
    join sources on sources.source = f.source
    where f.measure = asked_measure and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value is not null
        and (as_of is null or left(f.period, 4) <= as_of)
    qualify row_number() over (partition by f.place order by f.period desc, nullif(sources.date, 'n.d.') desc nulls last) = 1
)
select
    known.period, known.place, known.value, known.status, known.source,
    count(*) over () as published, row_number() over (order by known.value desc, known.place) as position
from known;

-- Every size of FPRK's membership in persons: those that were stated (`stated_<period>`), the one that the report prints, and those that its own shares imply.
create view membership_sizes as
with stated as (
    select period, 'stated_' || period as series, value, status, source, 1 as block
    from statistics
    where measure = 'fprk_members' and place = 'KZ' and sector = '_T' and sex = '_T' and age = '_T' and value is not null
),
report as (
    select measure, period, series, value, status, source
    from figures
    where measure in ('fprk_members', 'fprk_women_members', 'fprk_women_members_share', 'fprk_youth_share')
        and place = 'KZ' and sector = '_T' and value is not null and source = 'fprk_report_2025'
)
select * from stated
union all
select period, 'printed_report_2025', value, status, source, 2 from report where measure = 'fprk_members' and series = '_T'
union all
select part.period, 'implied_by_women', part.value * 100.0 / share.value, part.status, part.source, 3
from report part
join report share on share.period = part.period and share.measure = 'fprk_women_members_share' and share.series = '_T'
where part.measure = 'fprk_women_members' and part.series = '_T'
union all
select part.period, 'implied_by_youth', part.value * 100.0 / share.value, part.status, part.source, 4
from report part
join report share on share.period = part.period and share.measure = 'fprk_youth_share' and share.series = '_T'
where part.measure = 'fprk_members' and part.series = 'under_35';
