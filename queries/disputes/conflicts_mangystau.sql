-- How did the number of labour conflicts change in Mangystau and in the rest of the country (the country less Mangystau)? One row is one of the two in one of the two newest years.
with known as (from printed(['labour_conflicts'], $period) where sector = '_T' and series = '_T' and place in (country(), 'KZ-47')),
parts as (
    select region.* replace ('mangystau' as series), 100.0 * region.value / country.value as share, country.value - region.value as rest
    from known as region
    join known as country using (period)
    where region.place = 'KZ-47' and country.place = country()
),
both_parts as (
    from parts
    union all by name
    select * replace (country() as place, 'rest' as series, rest as value) from parts
),
years as (from last_two('both_parts')),
drawn as (select * replace (if(series = 'rest', 'rest_of_country', series) as series) from years),
now as (select * replace (share as value) from newest('parts')),
changes as (from change_of_each('years'))
from mark('drawn')
union all
from slots_of_two_periods('years')
union all
from slot('share', 'now')
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when (select count(*) from parts) = 1 then 'case.single'
        when $place = 'KZ-47' then 'case.here'
        when $place is not null then 'case.missing'
        when (select bool_and(if(series = 'mangystau', value < 0, value >= 0)) from changes) then 'case.alone'
        else 'case.both'
    end
)
order by role desc, series, period desc
