-- Where is unemployment among people aged 29 to 34 higher? One row is one region in the newest complete year. Numbers that a check doubts are told as such.
with known as (from official_by_age(['youth_unemployment_rate'], $period) where sector = '_T' and age = 'Y29-34' and length(period) = 4),
complete as (from known semi join complete_year('known') using (period) where place = country()),
year_before as (from known where place = country() and period = a_year_before((select period from complete))),
doubt as (from doubted('complete', 'youth_unemployment_rate', of_age := 'Y29-34'))
select * replace (
    case
        when nothing_in('doubt') then series
        when series = 'case.top' then 'case.doubted'
        when series = 'case.here' then 'case.here_doubted'
        else series
    end as series
)
from all_regions('known', $place)
union all
from slot('year_before')
order by role desc, value desc nulls last, place, series
