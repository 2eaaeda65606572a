-- By how much did output per employed person grow, in the country and in the picked region? One row is one place in one year (index minus 100).
with line as (
    select * replace (value - 100 as value)
    from official(['productivity_index'], $period)
    where sector = '_T' and length(period) = 4 and place in (country(), coalesce($place, country()))
),
of_country as (from line where place = country()),
of_place as (from line where place <> country()),
latest as (from newest('of_country')),
now as (select * replace (abs(value) as value) from latest),
here as (from newest('of_place')),
country as (from of_country where period = coalesce((select period from here), (select period from latest))),
missing as (from missing_region('line', $place))
from mark('line')
union all
from slots_of('now', 'here', 'country')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when not nothing_in('here') then 'case.here'
        when not nothing_in('missing') then 'case.missing'
        when round(value_of('latest'), 1) < 0 then 'case.fell'
        when round(value_of('latest'), 1) > 0 then 'case.rose'
        else 'case.same'
    end
)
order by role desc, place <> country(), period, series
