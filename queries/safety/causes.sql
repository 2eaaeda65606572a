-- Why did accidents happen, by the labour inspection, in the longest span of months published of the newest year, and in the same months of the year published
-- before it? One mark is one cause in one of them.
with known as (
    select * replace (counted_to(note, measure) as series)
    from reported(
        ['injury_cause_poor_work_organisation_share_ytd', 'injury_cause_gross_negligence_share_ytd', 'injury_cause_safety_rules_share_ytd',
         'injury_cause_traffic_share_ytd'], $period
    )
    where place = country() and sector = '_T'
),
span as (from longest_span('known')),
same_span as (select known.* from known where series in (select series from span)),
shown as (
    select
        * exclude (series), series as months, case measure
            when 'injury_cause_poor_work_organisation_share_ytd' then 'cause_work_organisation'
            when 'injury_cause_gross_negligence_share_ytd' then 'cause_gross_negligence'
            when 'injury_cause_safety_rules_share_ytd' then 'cause_safety_rules'
            else 'cause_traffic'
        end as series
    from last_two('same_span')
),
latest as (from newest('shown')),
top as (from highest('latest')),
until as (select * exclude (months) replace (coalesce(end_of_span(months, period), period) as period) from top)
from mark('shown')
union all
from slots_of('top', 'until')
union all
from chosen(
    case (select series from top)
        when 'cause_work_organisation' then 'case.work_organisation'
        when 'cause_gross_negligence' then 'case.gross_negligence'
        when 'cause_safety_rules' then 'case.safety_rules'
        when 'cause_traffic' then 'case.traffic'
        else 'case.none'
    end
)
order by role desc, period desc, if(period = max(period) over (), value, null) desc nulls last, series
