-- Which numbers of young members did FPRK give, and when? One row is one publication, in the order of the dates they speak of.
with site as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y_LT35' and f.period = '2021' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
report as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.series = 'under_35' and f.period = '2025' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, 'site_january_2021' as series, value, status, source from site
union all
select 'mark', period, 'KZ', '_T', 'report_for_2025', value, status, source from report
union all
select 'finding', period, 'KZ', '_T', 'site', value, status, source from site
union all
select 'finding', period, 'KZ', '_T', 'report', value, status, source from report
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from site) then 'case.none'
        when not exists (select 1 from report) then 'case.site'
        when (select value from site) = (select value from report) then 'case.same'
        else 'case.differ'
    end, null, null, null
order by 1 desc, 2, 5
