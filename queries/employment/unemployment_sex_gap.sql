-- In which regions is the unemployment of women higher than that of men? One row is one region in the newest complete year; the value is the difference.
with known as (from official_by_sex(['unemployment_rate'], $period) where sector = '_T' and length(period) = 4),
gaps as (
    select women.* replace (women.value - men.value as value)
    from known as women
    join known as men using (period, place, source)
    where women.sex = 'F' and men.sex = 'M'
)
from all_regions('gaps', $place)
order by role desc, value desc nulls last, place, series
