-- How did the gap in hourly pay develop in the country and in the picked region? One row is one place in one year: (men - women) / men, per cent.
with pay as (
    from official_by_sex(['hourly_earnings'], $period) where sector = '_T' and place in (country(), coalesce($place, country())) and length(period) = 4
),
gaps as (from gap_of_women_and_men('pay')),
of_country as (from gaps where place = country()),
of_place as (from gaps where place <> country()),
now as (from newest('of_country')),
first as (from first('of_country')),
latest as (from newest('of_place')),
here as (select * replace (abs(value) as value) from latest),
country as (from of_country semi join latest using (period)),
missing as (from missing_region('gaps', $place))
from mark('gaps')
union all
from slots_of('now', 'first', 'here', 'country')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when exists (from latest where round(value) > 0) then 'case.here_less'
        when exists (from latest where round(value) < 0) then 'case.here_more'
        when exists (from latest) then 'case.here_equal'
        when exists (from missing) then 'case.missing'
        else rise_or_fall(value_of('now'), value_of('first'), decimals := 1)
    end
)
order by role desc, place <> country(), period, series
