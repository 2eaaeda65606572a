-- Which other sums of unpaid wages were published? One row is one published sum; kinds do not compare.
with known as (
    from official(['arrears_outstanding', 'wage_debt_overdue', 'arrears_identified_ytd'], $period)
    where sector = '_T' and (measure <> 'arrears_identified_ytd' or place <> country())
),
now as (from known where measure = 'wage_debt_overdue' and place = country() order by period desc limit 1),
left_over as (from known where measure = 'arrears_outstanding' order by period desc, place limit 1),
part as (from known where measure = 'wage_debt_overdue' and place <> country() order by period desc, value desc, place limit 1),
here as (from known where place = $place order by period desc, measure limit 1)
from mark('known', ['measure'])
union all by name
from slot('now')
union all by name
from slot('left', 'left_over')
union all by name
from slot('part')
union all by name
from slot('here')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('known') then 'case.none'
        when exists (from here where measure = 'arrears_identified_ytd') then 'case.here_found'
        when exists (from here) then 'case.here_overdue'
        when $place is not null then 'case.missing'
        when exists (from now) then 'case.country'
        when exists (from part) then 'case.part'
        else 'case.left'
    end
)
order by role desc, measure, period desc, value desc, place
