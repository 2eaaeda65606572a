-- Which congresses, foundations and memberships mark international work, over all years? One row is one event of that kind.
with shown as (
    select period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en
    from events
    where area = 'international' and kind in ('event_congress', 'event_programme') and ($period is null or left(period, 4) <= $period)
        -- Of the documents and of the structures that they name; not what unions of other countries do among themselves.
        and (source in (select source from structures) or sector in (select structure from structures))
),
counted as (
    select min(left(period, 4)) as start, max(left(period, 4)) as period, '_Z' as place, '_T' as sector, count(*) as value, 'final' as status,
        max(source) as source
    from shown
    having count(*) > 0
),
milestones as (select * replace (start as period) from counted),
-- Congresses that were held and have a number; one that was only announced stands under a series of its own.
congresses as (select * replace ((select count(*) from printed(['org_congress_number'], $period) where series = '_T') as value) from counted)
from mark('shown', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slot('events', 'milestones')
union all by name
from slot('congresses')
union all by name
from chosen(
    case when nothing_in('shown') then 'case.none' when (select value = 0 or start = period from congresses) then 'case.few' else 'case.span' end
)
order by role desc, series, period, place, text_en
