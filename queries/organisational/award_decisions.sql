-- What became of the nominations that reached the awards commission?
-- One row: nominations made, people awarded, or nominations refused, as a share of those made.
with known as (
    select * replace (case when measure = 'fprk_awards' then 'nominations_awarded' when series = '_T' then 'nominations_made' else series end as series)
    from printed(['award_nominations', 'fprk_awards'], $period)
    where place = country() and sector = '_T' and (measure = 'award_nominations' or series = '_T')
),
stages as (select *, 100.0 * value / max(value) filter (where series = 'nominations_made') over () as share from newest('known')),
refused as (select * replace (share as value) from stages where series = 'nominations_refused')
from mark('stages', ['share'])
union all by name
from slots_by_series('stages')
union all by name
from slot('refused_share', 'refused')
union all by name
from chosen(if((select count(*) from stages) = 3, 'case.found', 'case.none'))
order by role desc, list_position(['nominations_made', 'nominations_awarded', 'nominations_refused'], series), series
