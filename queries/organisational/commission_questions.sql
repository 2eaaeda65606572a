-- How many questions did the regional tripartite commissions consider, and how many of them did unions raise? One row: one part in one year, with its share.
with
published as (
    select f.period, max(f.value) filter (where f.series = '_T') as total, max(f.value) filter (where f.series = 'raised_by_unions') as raised,
           max(f.status) as status, max(f.source) as source
    from figures f
    where f.measure = 'regional_commission_questions' and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    group by f.period
    having raised is not null and total > 0
),
newest as (select * from published order by period desc limit 1),
meetings as (
    select f.value
    from figures f
    join newest n on n.period = f.period
    where f.measure = 'regional_commission_meetings' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
),
answer as (
    select 'mark' as role, p.period, 'KZ' as place, '_T' as sector, part.series, part.value, p.status, p.source, part.value * 100.0 / p.total as share,
           part.position
    from published p
    cross join lateral (values ('raised_by_unions', p.raised, 1), ('raised_by_others', p.total - p.raised, 2)) as part (series, value, position)
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.number, n.status, n.source, null, 9
    from newest n
    cross join lateral (
        values ('total', n.total), ('raised', n.raised), ('share', n.raised * 100.0 / n.total), ('per_meeting', n.total / (select value from meetings))
    ) as slot (name, number)
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from newest) then 'case.share' else 'case.none' end, null, null, null, null, 9
)
select role, period, place, sector, series, value, status, source, share
from answer
order by role desc, period desc, position
