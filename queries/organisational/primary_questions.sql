-- What became of the questions that primary organisations raised in the year?
-- One row: questions raised, settled, or still on control, as a share of those raised.
with known as (
    select * replace (if(series = '_T', 'questions_raised', series) as series)
    from printed(['primary_questions'], $period)
    where place = country() and sector = '_T'
),
stages as (select *, 100.0 * value / max(value) filter (where series = 'questions_raised') over () as share from newest('known')),
resolved as (select * replace (share as value) from stages where series = 'questions_resolved')
from mark('stages', ['share'])
union all by name
from slots_by_series('stages')
union all by name
from slot('resolved_share', 'resolved')
union all by name
from chosen(if((select count(*) from stages) = 3, 'case.found', 'case.none'))
order by role desc, list_position(['questions_raised', 'questions_resolved', 'questions_on_control'], series), series
