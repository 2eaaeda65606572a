-- How do the ratified conventions of a country divide, and how many are in force? One row is one count of one country.
with
counts as (
    select s.measure, s.period, s.place, s.value, s.status, s.source
    from statistics s
    where s.measure in ('ilo_in_force_total', 'ilo_denounced_total', 'ilo_fundamental_ratified', 'ilo_governance_ratified', 'ilo_technical_ratified')
        and s.value is not null and ($period is null or left(s.period, 4) <= $period)
    union all
    -- The total beside its parts: of the same source.
    select s.measure, s.period, s.place, s.value, s.status, s.source
    from statistics s
    where s.measure = 'ilo_ratified_total' and s.value is not null and ($period is null or left(s.period, 4) <= $period)
        and exists (select 1 from statistics p where p.measure = 'ilo_in_force_total' and p.place = s.place and p.period = s.period and p.source = s.source)
),
newest as (
    select place, period, source, max(value) filter (where measure = 'ilo_ratified_total') as ratified, max(value) filter (where measure = 'ilo_in_force_total') as in_force
    from counts
    group by place, period, source
    having count(distinct measure) > 2
    order by period desc, place
    limit 1
),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, measure, 1 as block from counts
    union all
    select 'finding', newest.period, newest.place, '_T', slot.name, slot.value, 'final', newest.source, null, 2
    from newest
    cross join lateral (values ('ratified', newest.ratified), ('in_force', newest.in_force)) as slot (name, value)
    union all
    select
        'finding', null, 'KZ', '_T',
        case when not exists (select 1 from counts) then 'case.none' when not exists (select 1 from newest) then 'case.bare' else 'case.split' end,
        null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, measure
from answer
order by block, place, value desc nulls last, measure
