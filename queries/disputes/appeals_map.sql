-- How many appeals to the Legal Clinic come from each region, on the map? One row is one of the twenty regions; zero where the listed regions make up the
-- country's printed total, no value where they do not.
with known as (from printed(['appeals'], $period) where sector = '_T' and series = '_T')
from listed_regions('known', $place)
order by role desc, value desc nulls last, place, series
