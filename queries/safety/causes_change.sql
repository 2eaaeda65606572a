-- How did the causes of accidents change between the same months of two years, by the labour inspection? One mark is one cause in one of the two newest years
-- of the longest span of months that at least two years have.
with known as (
    select * replace (counted_to(note, measure) as series)
    from reported(
        ['injury_cause_poor_work_organisation_share_ytd', 'injury_cause_gross_negligence_share_ytd', 'injury_cause_safety_rules_share_ytd',
         'injury_cause_traffic_share_ytd'], $period
    )
    where place = country() and sector = '_T'
),
equal as (from same_months('known')),
years as (from last_two('equal')),
drawn as (
    select
        * replace (
            case measure
                when 'injury_cause_poor_work_organisation_share_ytd' then 'cause_work_organisation'
                when 'injury_cause_gross_negligence_share_ytd' then 'cause_gross_negligence'
                when 'injury_cause_safety_rules_share_ytd' then 'cause_safety_rules'
                else 'cause_traffic'
            end as series
        )
    from years
),
said as (select * replace (replace(series, 'cause_', '') as series) from drawn),
until as (select * replace (coalesce(end_of_span(series, period), period) as period) from newest('years') order by measure limit 1)
from mark('drawn')
union all
from slots_of_two_periods('said')
union all
from slot('until')
union all
from chosen(if((select count(distinct period) from years) = 2, 'case.change', 'case.none'))
order by role desc, series, period
