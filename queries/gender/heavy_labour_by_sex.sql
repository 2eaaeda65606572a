-- What share of women and of men does heavy physical labour? One mark is one sex in the newest year.
with known as (from official_by_sex(['heavy_labour_share'], $period) where place = country() and sector = '_T' and length(period) = 4),
now as (from newest('known'))
from mark('now', ['sex'])
union all by name
from told_of_women_and_men('now')
order by role desc, list_position(['M', 'F', '_T'], sex)
