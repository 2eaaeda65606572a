-- How many workers stopped work in the strikes that the newest report describes, and how many unions are at those enterprises? One row is one strike. A region
-- without one leaves the country in the sentence; of a strike without a number of workers only that is told.
with described as (
    select period, place, '_T' as sector, conflict as series, workers as value, 'final' as status, source, printed like 'около%' as about
    from conflicts
    where $period is null or left(period, 4) <= $period
    qualify left(period, 4) = max(left(period, 4)) over ()
),
struck as (from described where value is not null),
spoken as (from struck where place = coalesce((select max(place) from struck where place = $place), place)),
numbers as (
    select
        left(max(spoken.period), 4) as period, if($place in (select place from spoken), $place, country()) as place, '_T' as sector, 'final' as status,
        max(spoken.source) as source, count(*) as strikes,
        (select count(*) from described where $place not in (select place from struck) or place = coalesce($place, place)) as all_strikes, sum(spoken.value) as workers, max(unions.value) as unions
    from spoken
    left join printed(['unions_at_enterprise'], $period) as unions on unions.period = spoken.period and unions.place = spoken.place and unions.series = '_T'
    having count(*) > 0
)
from mark('struck')
union all
from slots('numbers')
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('numbers') then 'case.none'
        when (select strikes < all_strikes from numbers) then
            case when $place is null then 'case.country_part' when $place = (select place from numbers) then 'case.here_part' else 'case.missing' end
        when $place is null then if((select bool_or(about) from spoken), 'case.country', 'case.country_exact')
        when $place = (select place from numbers) then if((select bool_or(about) from spoken), 'case.here', 'case.here_exact')
        else 'case.missing'
    end
)
order by role desc, value desc, series
