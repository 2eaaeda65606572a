-- How did the fines imposed by state labour inspectors change between the two newest years published? One mark is one year. A sum published as “more than”
-- gives no exact change.
with known as (from reported(['state_labour_inspection_fines'], $period) where place = country() and sector = '_T'),
line as (from last_two('known')),
now as (from newest('line')),
last_but_one as (from last_but_one('line'))
from mark('line')
union all
from slots_of('now', 'last_but_one')
union all
select role, period, place, sector, series, abs(value), status, source from difference_pct('change_pct', 'now', 'last_but_one')
union all
from chosen(
    case
        when rise_or_fall(value_of('now'), value_of('last_but_one')) = 'case.rose' and exists (from now where printed <> '') then 'case.rose_over'
        else rise_or_fall(value_of('now'), value_of('last_but_one'))
    end
)
order by role desc, period
