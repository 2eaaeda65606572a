-- How many members are there in all if the printed share of young people is right, and how many does FPRK name?
-- One row is one total; share = members under 35 in per cent of that total. Nothing here says which total is right.
with young as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.series = 'under_35' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc limit 1
),
printed as (
    select f.period, f.value, f.source
    from figures f join young on young.period = f.period and young.source = f.source
    where f.measure = 'fprk_youth_share' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value > 0
),
totals as (
    select 'total_in_report' as series, f.period, f.value, f.status, f.source
    from figures f join young on young.period = f.period and young.source = f.source
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value > 0
    union all
    select 'total_from_share', young.period, young.value * 100.0 / printed.value, 'as_printed_disputed', young.source
    from young, printed
    union all
    select 'total_elsewhere', elsewhere.period, elsewhere.value, elsewhere.status, elsewhere.source
    from (
        select f.period, f.value, f.status, f.source
        from statistics f, young
        where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value > 0 and ($period is null or left(f.period, 4) <= $period)
        order by f.period desc limit 1
    ) elsewhere
),
shown as (
    select totals.series, totals.period, totals.value, totals.status, totals.source, young.value * 100.0 / totals.value as share
    from totals, young
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, share from shown
union all
select 'finding', period, 'KZ', '_T', 'young', value, status, source, null from young
union all
select 'finding', period, 'KZ', '_T', 'share_printed', value, null, source, null from printed
union all
select 'finding', period, 'KZ', '_T', 'implied', value, status, source, null from shown where series = 'total_from_share'
union all
select 'finding', period, 'KZ', '_T', 'report', value, status, source, null from shown where series = 'total_in_report'
union all
select 'finding', period, 'KZ', '_T', 'share_report', share, status, source, null from shown where series = 'total_in_report'
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from young) or not exists (select 1 from printed) then 'case.none'
        when not exists (select 1 from shown where series = 'total_in_report') then 'case.implied'
        when (select round(share) from shown where series = 'total_in_report') = (select value from printed) then 'case.agree'
        else 'case.differ'
    end, null, null, null, null
order by 1 desc, 6, 5
