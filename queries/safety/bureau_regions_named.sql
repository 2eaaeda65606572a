-- What did the press quote from the Bureau on single regions? One row is one number of one region.
with known as (from official(['bns_deaths_since_2000', 'bns_affected'], $period) where sector = '_T' and is_region(place)),
deaths as (from known where measure = 'bns_deaths_since_2000' order by period desc, place limit 1),
victims as (from known where measure = 'bns_affected' order by period desc, place limit 1),
here as (from known where place = $place order by measure desc, period desc limit 1)
from mark('known', ['measure'])
union all by name
from slot('deaths')
union all by name
from slot('victims')
union all by name
from slot('here')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('deaths') or nothing_in('victims') then 'case.none'
        when exists (from here where measure = 'bns_deaths_since_2000') then 'case.deaths'
        when exists (from here) then 'case.victims'
        when $place is not null then 'case.missing'
        else 'case.all'
    end
)
order by role desc, place, measure, period
