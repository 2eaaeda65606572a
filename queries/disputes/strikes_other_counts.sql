-- Which other counts of strikes and stoppages were published? One row is one published number; kinds do not compare. The span of months stands in the editors'
-- note.
with known as (
    select * replace (counted_to(note, measure) as series)
    from reported(['strikes_ministry_ytd', 'strikes_enterprises_ministry_ytd', 'strikers_ministry_ytd', 'strikes_oxus_ytd', 'work_stoppages_ytd'], $period)
    where sector = '_T'
),
ministry as (from known where measure = 'strikes_ministry_ytd' order by period desc, place limit 1),
stoppages as (from known where measure = 'work_stoppages_ytd' and place = country() order by period desc limit 1),
enterprises as (from known where measure = 'strikes_enterprises_ministry_ytd' and place = country() order by period desc limit 1),
here as (from known where place = $place order by period desc, value desc, measure limit 1),
told as (from here union all (from (from ministry union all from stoppages union all from enterprises) where $place is null)),
until as (
    select * replace (coalesce(end_of_span(series, period), period) as period)
    from told
    order by list_position(['strikes_ministry_ytd', 'work_stoppages_ytd', 'strikes_enterprises_ministry_ytd'], measure)
    limit 1
)
from mark('known', ['measure'])
union all by name
from slot('ministry')
union all by name
from slot('stoppages')
union all by name
from slot('enterprises')
union all by name
from slot('here')
union all by name
from slot('until')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('known') then 'case.none'
        when exists (from here where measure = 'work_stoppages_ytd') then 'case.here_stoppages'
        when exists (from here) then 'case.here_enterprises'
        when $place is not null then 'case.missing'
        when exists (from ministry) then 'case.country'
        when exists (from stoppages) then 'case.stoppages'
        when exists (from enterprises) then 'case.enterprises'
        else 'case.none'
    end
)
order by role desc, period desc, measure, value desc, place, series
