-- In how many matters did each way of legal aid help workers? One row is one way in the newest year for which all four are published; they are not added up.
with known as (
    select
        * replace (
            case measure when 'mediation_agreements' then 'mediation' when 'conciliation_decisions' then 'conciliation' when 'court_cases' then 'court' else 'authorities' end
            as series
        )
    from printed(['mediation_agreements', 'conciliation_decisions', 'appeals_resolved_by_authorities', 'court_cases'], $period)
    where place = country() and sector = '_T' and series = if(measure = 'court_cases', 'favourable', '_T')
),
complete as (from known qualify count(*) over (partition by period) = 4),
ways as (from newest('complete'))
from mark('ways')
union all
from slots_by_series('ways')
union all
from chosen(found_or_none('ways'))
order by role desc, value desc, series
