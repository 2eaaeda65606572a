-- How did court cases with the Legal Clinic’s lawyers end, by region? One row is one outcome in one region or in the country, with its share of the place’s
-- cases. An empty cell of the report’s table is zero where the regions listed make up the country’s printed total of that outcome, and unknown where they do
-- not.
with known as (from printed(['court_cases'], $period) where sector = '_T' and series in ('favourable', 'unfavourable', 'in_progress')),
filled as (from with_zero_where_nothing_is_left('known')),
shown as (
    select *, sum(value) over (partition by place) as cases from filled where period = (select max(period) from known where place <> country())
),
cases as (select *, 100.0 * value / cases as share from shown where cases > 0),
places_won as (
    select
        period, place, sector, max(status) as status, max(source) as source, max(value) filter (where series = 'favourable') as won,
        max(value) filter (where series = 'unfavourable') as lost, max(value) filter (where series = 'in_progress') as still_open, sum(value) as every
    from shown
    group by period, place, sector
),
country as (select * exclude (still_open, every), won + lost as done, 100.0 * won / (won + lost) as won_share from places_won where place = country()),
worst as (from places_won where place <> country() and lost > 0 order by lost desc, place limit 1),
beside as (
    select
        country.period, worst.place, country.sector, country.status, country.source, worst.won as worst_won, worst.lost as worst_lost,
        country.won - worst.won as rest_won, country.done - worst.won - worst.lost as rest_done
    from country
    cross join worst
),
here as (select period, place, sector, status, source, won as here_won, lost as here_lost, still_open as here_open, every from places_won where place = $place),
told as (select * exclude (every) from here)
from mark('cases', ['share'])
union all by name
from slots('country')
union all by name
from slots('beside')
union all by name
from slots('told')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('country') then 'case.none'
        when exists (from here where every = 0 and here_won + here_lost + here_open = 0) then 'case.zero'
        when exists (from here where here_won + here_lost + here_open > 0) then 'case.here'
        when $place is not null then 'case.missing'
        when (select worst_won is not null and worst_lost * 2 > lost from beside cross join country) then 'case.one_region'
        else 'case.country'
    end
)
order by role desc, place <> country(), sum(value) over (partition by role, place) desc, place, list_position(['favourable', 'unfavourable', 'in_progress'],
    series)
