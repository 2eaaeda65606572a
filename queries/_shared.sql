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


-- == Breaks ==

-- The breaks with names of their own, so that a column of the asking query that is handed to a macro never meets one of the same name here.
create view breaks_named as
select
    measure as its_measure, period as its_period, place as its_place, sector as its_sector, series as its_series,
    [earlier_source, later_source] as its_sources
from breaks;

-- The first periods of a new kind of numbers, in their order, for some measures at one place, sector and series: breaks that concern everything,
-- and those that concern just that. A break inside one source, or between two, is left out if other sources than these are compared (null: all).
create macro breaks_of(measures, at_place, of_sector := '_T', of_series := '_T', of_sources := null) as (
    select coalesce(list(distinct its_period order by its_period), [])
    from breaks_named
    where list_contains(measures, its_measure)
        and its_place in ('', at_place) and its_sector in ('', of_sector) and its_series in ('', of_series)
        and (of_sources is null or its_sources = ['', ''] or list_has_all(of_sources, its_sources))
);

-- Whether numbers of two periods, the earlier one first, are of one kind: no break lies between them.
create macro same_definition(of_measure, earlier, later, at_place, of_sector := '_T', of_series := '_T', of_sources := null) as
not exists (
    select 1
    from breaks_named
    where its_measure = of_measure and its_period > earlier and its_period <= later
        and its_place in ('', at_place) and its_sector in ('', of_sector) and its_series in ('', of_series)
        and (of_sources is null or its_sources = ['', ''] or list_has_all(of_sources, its_sources))
);

-- The rows of a step that are of one kind with its newest period: those since the last break of each row's place, sector and series.
create macro since_last_break(step, measures, of_sources := null) as table
select its_row.*
from query_table(step) as its_row
where not exists (
    select 1
    from breaks_named
    where list_contains(measures, its_measure)
        and its_place in ('', its_row.place) and its_sector in ('', its_row.sector) and its_series in ('', its_row.series)
        and (of_sources is null or its_sources = ['', ''] or list_has_all(of_sources, its_sources))
        and its_period > its_row.period and its_period <= (select max(period) from query_table(step))
);
