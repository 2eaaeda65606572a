-- Which part of working people is in small enterprises and in small and medium business? One row is one share.
with known as (
    from official(['small_enterprise_employees', 'enterprises_small', 'sme_employed', 'sme_operating', 'employees', 'employed'], $period)
    where place = country() and sector = '_T' and length(period) = 4
    qualify row_number() over (partition by measure, period order by source) = 1
),
shares as (
    select * replace ('small_enterprises' as series) from ratio_of('known', 'small_enterprise_employees', 'employees')
    union all
    -- Counted on 1 January: the average of the year before is the base.
    select part.period, part.place, part.sector, 'small_medium_business', 100.0 * part.value / whole.value, part.status, part.source
    from known as part
    join known as whole on whole.measure = 'employed' and whole.period = a_year_before(part.period)
    where part.measure = 'sme_employed'
),
counts as (
    select * replace (if(measure = 'enterprises_small', 'small_count', 'sme_count') as series) from known where measure in ('enterprises_small', 'sme_operating')
)
from mark('shares')
union all
from slots_by_series('shares')
union all
from slots_by_series('counts')
union all
from chosen(
    case
        when (select count(*) from shares) + (select count(*) from counts) = 4 then 'case.found'
        when nothing_in('shares') then 'case.none'
        else 'case.small'
    end
)
order by role desc, value desc, series
