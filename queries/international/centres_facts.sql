-- What else is published about the union centres and unions of other countries? One row is one number of one organisation.
with
shown as (
    select s.measure, s.period, s.place, s.sector, s.value, s.status, s.source
    from statistics s
    where s.measure in (
            'natcentre_members', 'natcentre_member_orgs', 'natcentre_primary_orgs', 'natcentre_women_share', 'natcentre_youth_share', 'registered_union_members'
        ) and s.sector <> '_T' and s.value is not null and ($period is null or left(s.period, 4) <= $period)
),
number as (select count(distinct sector) as centres, count(distinct place) as countries, max(period) as period, max(source) as source from shown having count(*) > 0),
answer as (
    select 'mark' as role, period, place, sector, '_T' as series, value, status, source, measure, 1 as block from shown
    union all
    select 'finding', number.period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', number.source, null, 2
    from number
    cross join lateral (values ('centres', number.centres), ('countries', number.countries)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from shown) then 'case.listed' else 'case.none' end, null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, measure
from answer
order by block, place, sector, measure, period desc, series
