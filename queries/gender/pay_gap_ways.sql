-- How large is the pay gap by monthly wages, by hourly pay, by the April survey and as the FPRK report states it? One row is one way in one year.
-- Bureau: (men - women) / men, per cent, computed here from its published pay; report: as printed.
with pay as (
    select
        case f.measure when 'average_monthly_wage' then 'gap_monthly' when 'hourly_earnings' then 'gap_hourly' else 'gap_april' end as series,
        f.period, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure in ('average_monthly_wage', 'hourly_earnings', 'average_wage_april_survey')
        and f.place = 'KZ' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
gaps as (
    select women.series, women.period, (men.value - women.value) * 100.0 / men.value as value, women.status, women.source
    from pay women join pay men on men.series = women.series and men.period = women.period and men.sex = 'M'
    where women.sex = 'F'
),
stated as (
    select 'gap_fprk_report' as series, f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'pay_gap_stated' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
ways as (
    select * from gaps
    union all
    select * from stated
),
report as (select * from stated order by period desc limit 1),
monthly as (select * from gaps where series = 'gap_monthly' order by period desc limit 1),
-- Hourly pay of the report's year; without a report, of the year of the newest monthly wages.
hourly as (
    select gaps.* from gaps
    where series = 'gap_hourly' and period = coalesce((select period from report), (select period from monthly))
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from ways
union all
select 'finding', period, 'KZ', '_T', 'report', value, status, source from report
union all
select 'finding', period, 'KZ', '_T', 'hourly', value, status, source from hourly
union all
select 'finding', period, 'KZ', '_T', 'monthly', value, status, source from monthly
union all
select 'finding', null, 'KZ', '_T',
    case
        when exists (select 1 from report) and exists (select 1 from hourly) then 'case.report'
        when exists (select 1 from monthly) and exists (select 1 from hourly) then 'case.bureau'
        else 'case.none'
    end, null, null, null
order by 1 desc, list_position(['gap_monthly', 'gap_hourly', 'gap_april', 'gap_fprk_report'], series), 2, 5
