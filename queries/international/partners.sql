-- With whom does FPRK cooperate, and with whom by memorandum? One row is one partner that the report names.
with
told as (
    select f.period, f.value, f.status, f.source from figures f
    where f.measure = 'partner_organisations' and f.place = 'KZ' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc limit 1
),
links as (
    select s.structure, told.period, s.source, arg_min(s.role, case s.role when 'signatory' then 1 else 2 end) as part, min(s.since) as since
    from structures s
    join told on told.source = s.source
    where s.member = 'ORG_FPRK' and s.role in ('partner', 'signatory') and s.structure <> 'ORG_ILO' and ($period is null or s.since is null or s.since <= try_cast($period as integer))
    group by s.structure, told.period, s.source
),
counted as (
    select max(period) as period, max(source) as source, count(*) as named, count(*) filter (where part = 'signatory') as memoranda from links having count(*) > 0
),
answer as (
    select 'mark' as role, period, 'KZ' as place, 'ORG_FPRK' as sector, '_T' as series, since as value, 'final' as status, source, structure, part, 1 as block from links
    union all
    select 'finding', counted.period, 'KZ', 'ORG_FPRK', slot.name, cast(slot.value as double), 'final', counted.source, null, null, 2
    from counted
    cross join lateral (values ('named', counted.named), ('memoranda', counted.memoranda)) as slot (name, value)
    union all
    select 'finding', period, 'KZ', 'ORG_FPRK', 'total', value, status, source, null, null, 2 from told
    union all
    select 'finding', null, 'KZ', 'ORG_FPRK', case when exists (select 1 from counted) then 'case.named' else 'case.none' end, null, null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, structure, part as membership
from answer
order by block, case part when 'signatory' then 1 else 2 end, structure, series
