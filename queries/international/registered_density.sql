-- What part of registered workers are union members by the official statistics of Türkiye? One row is one part at one date; the share is computed from the counts.
with
counts as (
    select
        s.period, max(s.value) filter (where s.measure = 'registered_union_members') as members, max(s.value) filter (where s.measure = 'registered_workers') as workers,
        max(s.value) filter (where s.measure = 'registered_union_density') as printed, max(s.status) as status, max(s.source) as source
    from statistics s
    where s.measure in ('registered_union_members', 'registered_workers', 'registered_union_density') and s.place = 'TR' and s.sector = '_T' and s.value is not null
        and ($period is null or left(s.period, 4) <= $period)
    group by s.period
    having count(distinct s.measure) >= 2
),
newest as (select * from counts order by period desc limit 1),
first as (select * from counts order by period limit 1),
answer as (
    select
        'mark' as role, counts.period, 'TR' as place, '_T' as sector, parts.series, if(parts.series = 'union_registered', members, workers - members) as value,
        counts.status, counts.source, if(parts.series = 'union_registered', members, workers - members) / workers * 100 as share, 1 as block
    from counts
    cross join (values ('union_registered'), ('union_not_registered')) as parts (series)
    union all
    select 'finding', period, 'TR', '_T', 'now', members / workers * 100, status, source, null, 2 from newest
    union all
    select 'finding', period, 'TR', '_T', 'before', members / workers * 100, status, source, null, 2 from first
    union all
    select 'finding', period, 'TR', '_T', 'members', members, status, source, null, 2 from newest
    union all
    select
        'finding', null, 'TR', '_T',
        case
            when not exists (select 1 from counts) then 'case.none'
            when (select period from newest) = (select period from first) then 'case.one'
            when (select round(members / workers * 100, 1) from newest) < (select round(members / workers * 100, 1) from first) then 'case.fell'
            when (select round(members / workers * 100, 1) from newest) > (select round(members / workers * 100, 1) from first) then 'case.rose'
            else 'case.same'
        end, null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, share
from answer
order by block, period, series desc
