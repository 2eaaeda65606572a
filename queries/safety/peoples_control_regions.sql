-- In which regions did enterprises introduce People’s Control? One row is one region at its newest published date; a picked region that was never published has
-- no value. Told is the region with the newest number, beside the country's of the same year.
with known as (
    from printed(['peoples_control_enterprises'], $period) where sector = '_T' and series = '_T'
    union all
    from official(['peoples_control_enterprises_published'], $period) where sector = '_T'
),
regions as (from newest_of_each_region('known')),
country_known as (from known where place = country() qualify row_number() over (partition by period order by measure) = 1),
missing as (from missing_region('regions', $place)),
latest as (from newest('regions')),
top as (from highest('latest')),
here as (from regions where place = $place),
country as (from country_known semi join top using (period)),
here_country as (from country_known semi join here using (period))
from mark('regions')
union all
from mark('missing')
union all
from slots_of('top', 'country', 'here', 'here_country')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when nothing_in('top') or nothing_in('country') then 'case.none'
        when exists (from here_country) then 'case.here'
        when $place is not null then 'case.missing'
        else 'case.top'
    end
)
order by role desc, value desc nulls last, place, series
