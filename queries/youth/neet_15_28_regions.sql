-- Where did more people aged 15 to 28 neither work nor study in the quarter for which the press gave a list of regions? One row is one region in that quarter;
-- for the country the same quarter of the year before is known too.
with known as (from official_by_age(['neet_rate'], $period) where sector = '_T' and age = 'Y15-28' and length(period) = 7),
regions as (from complete_year('known')),
earlier as (select known.* from known join regions on known.period = a_year_before(regions.period) where known.place = country())
select * replace (if(period is not null and value is null, 'quoted', status) as status) from all_regions('known', $place)
union all
from mark('earlier')
order by role desc, period desc, value desc nulls last, place, series
