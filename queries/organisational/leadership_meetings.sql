-- How many meetings and trips did the leadership have, and what are the chair's meetings made of?
-- One row: all, those with the chair, or one kind of the chair's meetings.
with known as (
    select
        * replace (
            case when series <> '_T' then series when measure = 'leadership_meetings' then 'all_leadership_meetings' else 'international_events' end as series
        )
    from printed(['leadership_meetings', 'chair_meetings', 'chair_international_events'], $period)
    where place = country() and sector = '_T'
),
held as (from newest('known')),
kinds as (from held where measure <> 'leadership_meetings'),
top as (from highest('kinds'))
from mark('held')
union all
from slots_by_series('held')
union all
from chosen(
    case when nothing_in('top') then 'case.none' when exists (from top where series = 'bilateral_abroad') then 'case.bilateral' else 'case.kinds' end
)
order by role desc, series not in ('all_leadership_meetings', 'with_chair'), value desc, series
