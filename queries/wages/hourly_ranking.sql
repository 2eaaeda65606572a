-- What do the newest hourly earnings say, even where the list is partial? One row is one region in the newest year and in the year before it
-- that was published; a region whose borders changed in between has no earlier value. Value null = not published.
with known as (from official(['hourly_earnings'], $period) where sector = '_T' and length(period) = 4),
years as (select distinct period from known where place <> country() order by period desc limit 2),
newest as (select max(period) as period from years having count(*) > 0),
listed as (
    select newest.period, places.place, '_T' as sector, '_T' as series, known.value, coalesce(known.status, 'final') as status, known.source
    from places
    cross join newest
    left join known on known.place = places.place and known.period = newest.period
    where places.kind in ('country', 'region', 'city') or known.value is not null
),
earlier as (
    select known.*
    from known
    cross join newest
    where known.period = (select min(period) from years) and known.period < newest.period and known.place in (select place from listed)
        and same_definition('hourly_earnings', known.period, newest.period, known.place)
),
-- A place that today's list does not know is answered with the country.
here as (from listed where place = coalesce((select place from listed where place = $place), country())),
last_but_one as (from earlier semi join here using (place))
from mark('listed')
union all
from mark('earlier')
union all
from slots_of('here', 'last_but_one')
union all
from difference_pct('change_pct', 'here', 'last_but_one')
union all
from chosen(
    case
        when nothing_in('here') then 'case.none'
        when value_of('here') is not null and exists (from last_but_one) then 'case.change'
        when value_of('here') is not null then 'case.single'
        when exists (from last_but_one) then 'case.earlier'
        else 'case.missing'
    end
)
order by role desc, period desc, value desc nulls last, place, series
