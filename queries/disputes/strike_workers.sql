-- How many workers stopped work in the strikes the report describes, and how many unions are at those enterprises? One row is one strike. A region without one
-- leaves the country in the sentence.
with struck as (
    select period, place, '_T' as sector, conflict as series, workers as value, 'final' as status, source, printed like 'около%' as about
    from conflicts
    where workers is not null and ($period is null or left(period, 4) <= $period)
),
spoken as (from struck where place = coalesce((select max(place) from struck where place = $place), place)),
numbers as (
    select
        left(max(spoken.period), 4) as period, if($place in (select place from spoken), $place, 'KZ') as place, '_T' as sector, 'final' as status,
        max(spoken.source) as source, count(*) as strikes, sum(spoken.value) as workers, max(unions.value) as unions
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
        when $place is null then if((select bool_or(about) from spoken), 'case.country', 'case.country_exact')
        when $place = (select place from numbers) then if((select bool_or(about) from spoken), 'case.here', 'case.here_exact')
        else 'case.missing'
    end
)
order by role desc, value desc, series
