-- Which earlier numbers of accidents did unions publish by region? One row is one published number.
with known as (
    from reported(['fprk_accidents', 'fprk_accidents_ytd', 'fprk_injured', 'fprk_injured_ytd', 'fprk_deaths', 'fprk_deaths_ytd'], $period) where sector = '_T'
),
named as (
    select max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(distinct place) as places
    from known
    having count(*) > 0
),
injured as (from known where place = $place and measure like 'fprk_injured%' order by period desc limit 1),
accidents as (from known where place = $place and measure = 'fprk_accidents_ytd' order by period desc limit 1),
told as (from injured where measure like '%_ytd' union all (from accidents where not exists (from injured))),
until as (select * replace (coalesce(end_of_span(counted_to(note, measure), period), period) as period) from told)
from mark('known', ['measure'])
union all by name
from slots('named')
union all by name
from slot('injured')
union all by name
from slot('accidents')
union all by name
from slot('until')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('known') then 'case.none'
        when exists (from injured where measure = 'fprk_injured') then 'case.injured'
        when exists (from injured) then 'case.injured_part'
        when exists (from accidents) then 'case.accidents_part'
        when $place is not null then 'case.missing'
        else 'case.all'
    end
)
order by role desc, place, period desc, measure
