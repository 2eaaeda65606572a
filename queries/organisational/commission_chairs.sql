-- Who chaired the meetings of regional tripartite commissions, this year and the year before?
-- One row: one kind of chair in one year with its share; what no printed kind covers is shown as the rest of the total.
with
published as (
    select f.period, f.series, f.value, f.status, f.source, dense_rank() over (order by f.period desc) as age
    from figures f
    where f.measure = 'regional_commission_meetings' and f.place = 'KZ' and f.sector = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
totals as (select period, age, value as total, status, source from published where series = '_T' and age <= 2),
printed as (
    select p.period, p.age, p.series, p.value, p.status, p.source from published p where p.series <> '_T' and p.age <= 2
),
rest as (
    select t.period, t.age, 'chair_not_printed' as series, t.total - sum(p.value) as value, t.status, t.source
    from totals t
    join printed p on p.period = t.period
    group by t.period, t.age, t.total, t.status, t.source
    having t.total - sum(p.value) > 0
),
parts as (
    select * from printed
    union all
    select * from rest
),
answer as (
    select 'mark' as role, p.period, 'KZ' as place, '_T' as sector, p.series, p.value, p.status, p.source, p.value * 100.0 / t.total as share,
           case p.series when 'union_led' then 1 when 'akim_led' then 2 else 3 end as position
    from parts p
    join totals t on t.period = p.period
    union all
    select 'finding', period, 'KZ', '_T',
           case series when 'union_led' then 'unions' else 'akims' end || case age when 1 then '' else '_before' end,
           value, status, source, null, 9
    from printed
    where series in ('union_led', 'akim_led')
    union all
    select 'finding', p.period, 'KZ', '_T', 'share', p.value * 100.0 / t.total, p.status, p.source, null, 9
    from printed p
    join totals t on t.period = p.period
    where p.series = 'union_led' and p.age = 1
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from printed where age = 1 and series = 'union_led') then 'case.none'
            when not exists (select 1 from printed where age = 2) then 'case.one_year'
            else 'case.change'
        end, null, null, null, null, 9
)
select role, period, place, sector, series, value, status, source, share
from answer
order by role desc, period desc, position
