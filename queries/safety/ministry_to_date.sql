-- How many people were hurt and killed since the beginning of a year, in the country or the picked region? One row is one number up to one date.
with known as (
    select * replace (counted_to(note, measure) as series)
    from reported(['ministry_injured_ytd', 'ministry_deaths_ytd'], $period)
    where sector = '_T' and sex = '_T' and age = '_T' and place in (country(), coalesce($place, country()))
    qualify row_number() over (partition by measure, counted_to(note, measure), period, place order by source) = 1
),
spoken as (select coalesce(max(place) filter (where place <> country() and measure = 'ministry_injured_ytd'), country()) as place
    from known having count(*) > 0),
shown as (from known where place in (from spoken)),
injured as (from shown where measure = 'ministry_injured_ytd'),
now as (from longest_span('injured')),
until as (select * replace (coalesce(end_of_span(series, period), period) as period) from now)
from mark('shown', ['measure'])
union all by name
from slot('now')
union all by name
from slot('until')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when $place <> (select place from now) then 'case.missing'
        when (select length(period) from until) = 4 then 'case.unstated'
        else 'case.now'
    end
)
order by role desc, measure desc, period desc, in_order_of_months(series)
