-- How accidents, injured and deaths in the country changed between the last two years. One mark is one count in one year.
with known as (from printed(['accidents', 'injured', 'deaths'], $period) where place = country() and sector = '_T' and series = '_T'),
years as (from last_two('known')),
latest as (from newest('years')),
earlier as (from last_but_one('years')),
accidents as (from latest where measure = 'accidents'),
accidents_then as (from earlier where measure = 'accidents'),
deaths as (from latest where measure = 'deaths'),
deaths_then as (from earlier where measure = 'deaths')
from mark('years', ['measure'])
union all by name
from change('accidents', 'last_but_one', 'accidents_then')
union all by name
from slot('deaths_now', 'deaths')
union all by name
from slot('deaths_last_but_one', 'deaths_then')
order by role desc, list_position(['accidents', 'injured', 'deaths'], measure), period
