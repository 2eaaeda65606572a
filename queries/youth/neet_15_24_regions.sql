-- Where do more people aged 15 to 24 neither work nor study? One row is one region in the newest complete year. Numbers that a check doubts are told as such.
with known as (from official_by_age(['neet_rate'], $period) where sector = '_T' and age = 'Y15-24' and length(period) = 4),
complete as (from known semi join complete_year('known') using (period) where place = country()),
doubt as (from doubted('complete', 'neet_rate', of_age := 'Y15-24'))
select * replace (
    case
        when nothing_in('doubt') then series
        when series = 'case.top' then 'case.doubted'
        when series = 'case.here' then 'case.here_doubted'
        else series
    end as series
)
from all_regions('known', $place)
order by role desc, value desc nulls last, place, series
