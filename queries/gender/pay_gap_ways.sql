-- How large is the pay gap by monthly wages, by hourly pay, by the April survey and as the {@us.en} report states it? One row is one way in one year.
-- Bureau: (men - women) / men, per cent, computed here from its published pay; report: as printed.
with pay as (
    select * replace (
        case measure when 'average_monthly_wage' then 'gap_monthly' when 'hourly_earnings' then 'gap_hourly' else 'gap_april' end as series
    )
    from official_by_sex(['average_monthly_wage', 'hourly_earnings', 'average_wage_april_survey'], $period)
    where place = country() and sector = '_T' and length(period) = 4
),
gaps as (from gap_of_women_and_men('pay')),
stated as (
    select * replace ('gap_fprk_report' as series) from printed(['pay_gap_stated'], $period) where place = country() and sector = '_T' and series = '_T'
),
report as (from newest('stated')),
monthly as (from gaps where series = 'gap_monthly' order by period desc limit 1),
-- Hourly pay of the report's year; without a report, of the year of the newest monthly wages.
hourly as (from gaps where series = 'gap_hourly' and period = coalesce((select period from report), (select period from monthly)))
from mark('gaps')
union all
from mark('stated')
union all
from slots_of('report', 'hourly', 'monthly')
union all
from chosen(
    case
        when nothing_in('hourly') then 'case.none'
        when exists (from report) then 'case.report'
        when exists (from monthly) then 'case.bureau'
        else 'case.none'
    end
)
order by role desc, list_position(['gap_monthly', 'gap_hourly', 'gap_april', 'gap_fprk_report'], series), period
