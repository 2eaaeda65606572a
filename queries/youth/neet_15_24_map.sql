-- Where do people aged 15 to 24 neither work nor study, on the map? One row is one region in the newest complete year.
-- Numbers that a check doubts are told as such.
with known as (from official_by_age(['neet_rate'], $period) where sector = '_T' and age = 'Y15-24' and length(period) = 4),
regions as (from every_region('known')),
country as (from known where place = country() and period in (select period from regions)),
doubt as (from doubted('country', 'neet_rate', of_age := 'Y15-24')),
here as (from regions where place = $place),
apart as (select here.* replace (abs(here.value - country.value) as value) from here cross join country where here.value is not null),
numbers as (
    select
        max(regions.period) as period, country() as place, '_T' as sector, 'final' as status, max(regions.source) as source,
        count(*) filter (where regions.value > country.value) as above, count(regions.value) as published
    from regions
    cross join country
    having count(regions.value) > 0
)
from mark('regions')
union all
from slots('numbers')
union all
from slots_of('here', 'apart', 'country')
union all
from chosen(
    case
        when nothing_in('numbers') then 'case.none'
        when nothing_in('here') then if(nothing_in('doubt'), 'case.top', 'case.doubted')
        when nothing_in('apart') then 'case.missing'
        when exists (from doubt) then 'case.here_doubted'
        when round(value_of('here'), 1) > round(value_of('country'), 1) then 'case.higher'
        when round(value_of('here'), 1) < round(value_of('country'), 1) then 'case.lower'
        else 'case.equal'
    end
)
order by role desc, value desc nulls last, place, series
