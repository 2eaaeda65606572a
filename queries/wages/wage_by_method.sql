-- What is the wage by each way of counting? One row is one measure in its newest period; both averages of form 1-T are of the same quarter where it has both.
with known as (
    from official(['average_monthly_wage', 'average_monthly_wage_incl_small', 'average_wage_april_survey', 'median_wage', 'modal_wage'], $period)
    where place = country() and sector = '_T'
),
form as (from known where measure in ('average_monthly_wage', 'average_monthly_wage_incl_small')),
both_averages as (from form qualify count(*) over (partition by period) = 2),
quarter as (from newest('both_averages')),
shown as (
    from quarter
    union all
    -- Without such a quarter the yearly average stands alone.
    from known
    where length(period) = 4 and measure <> 'average_monthly_wage_incl_small' and (measure <> 'average_monthly_wage' or nothing_in('quarter'))
    qualify row_number() over (partition by measure order by period desc) = 1
),
average as (from shown where measure = 'average_monthly_wage'),
median as (from shown where measure = 'median_wage'),
modal as (from shown where measure = 'modal_wage'),
-- Median, mode and this average are of one survey: only these two compare.
april as (from (from shown where measure = 'average_wage_april_survey') semi join modal using (period))
from mark('shown', ['measure'])
union all by name
from slot('average')
union all by name
from slot('median')
union all by name
from slot('modal')
union all by name
from slot('april')
union all by name
select 'finding' as role, modal.period, country() as place, '_T' as sector, 'times' as series, april.value / modal.value as value, modal.status, modal.source
from april
cross join modal
union all by name
from chosen(
    case
        when nothing_in('average') then 'case.none'
        when exists (from april) then 'case.found'
        when exists (from median) then 'case.no_mode'
        else 'case.average_only'
    end
)
order by role desc, value desc, measure
