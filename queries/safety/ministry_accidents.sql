-- How many accidents did the labour inspection count in the regions it named? One row is one published number.
with known as (from reported(['ministry_accidents', 'ministry_accidents_ytd'], $period) where sector = '_T'),
asked_for as (from known where place = coalesce($place, place)),
now as (from asked_for where measure = 'ministry_accidents' order by period desc, place limit 1),
earlier as (
    from known
    where measure = 'ministry_accidents' and place = (select place from now) and period < (select period from now)
    order by period desc
    limit 1
),
here as (from asked_for where measure = 'ministry_accidents_ytd' order by period desc limit 1),
until as (select * replace (coalesce(end_of_span(counted_to(note, measure), period), period) as period) from here)
from mark('known', ['measure'])
union all by name
from slot('now')
union all by name
from slot('last_but_one', 'earlier')
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
        when exists (from earlier) then 'case.change'
        when exists (from now) then 'case.single'
        when exists (from here) then 'case.here'
        else 'case.missing'
    end
)
order by role desc, place, period desc, measure
