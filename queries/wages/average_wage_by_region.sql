-- Where are average wages higher, where lower? One row is one region in the newest year that covers every region that there was. A later year of the picked region
-- is told first: a list with every region is rare.
with wages as (from official(['average_monthly_wage'], $period) where sector = '_T' and length(period) = 4),
complete as (
    from wages where is_region(place)
    qualify count(*) over (partition by period) = (
        select count(*) from places where is_region(places.place) and coalesce(left(places.valid_from, 4), '') <= wages.period
    )
),
ranked as (select *, rank() over (order by value desc) as rank from newest('complete')),
country as (from wages where place = country() and period in (select period from ranked)),
here as (from ranked where place = $place),
of_place as (from wages where place = $place),
later as (select newest.* from newest('of_place') as newest join here on newest.period > here.period),
sums as (
    select
        ranked.period, country() as place, '_T' as sector, null as status, null as source,
        count(*) filter (where ranked.value > country.value) as above, count(*) as published
    from ranked cross join country
    group by ranked.period
)
from mark('ranked')
union all
from mark('country')
union all
from slots_of('here', 'country', 'later')
union all
select 'finding', period, place, sector, 'rank', rank, status, source from here
union all
from slots('sums')
union all
from chosen(
    case
        when nothing_in('ranked') then 'case.none'
        when nothing_in('here') then 'case.country'
        when nothing_in('later') then 'case.here'
        else 'case.later'
    end
)
order by role desc, value desc nulls last, place, series
