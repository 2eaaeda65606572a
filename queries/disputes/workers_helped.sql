-- How many workers did unions help, as {@us.en} named it in different years? One row is one published number; kinds do not compare, so the sentence speaks of one
-- of them: workers whose wages were returned, beside the ministry's number of the same year if it differs.
with known as (
    from official(['workers_rights_defended', 'employees_legalised', 'arrears_workers_repaid'], $period) where place = country() and sector = '_T'
    union all
    from printed(['arrears_workers_restored'], $period) where place = country() and sector = '_T' and series = '_T'
),
returned as (from known where measure = 'arrears_workers_restored'),
restored as (from newest('returned')),
last_but_one as (from last_but_one('returned')),
repaid as (
    from known
    semi join restored on restored.period = known.period and restored.value <> known.value
    where measure = 'arrears_workers_repaid'
    order by source
    limit 1
),
defended as (from known where measure = 'workers_rights_defended' order by period desc, source limit 1)
from mark('known', ['measure'])
union all by name
from slot('restored')
union all by name
from slot('last_but_one')
union all by name
from slot('repaid')
union all by name
from slot('defended')
union all by name
from chosen(
    case
        when exists (from last_but_one) and exists (from repaid) then 'case.restored_differs'
        when exists (from last_but_one) then 'case.restored'
        when exists (from restored) then 'case.restored_single'
        when exists (from defended) then 'case.defended'
        else 'case.none'
    end
)
order by role desc, period desc, measure, source
