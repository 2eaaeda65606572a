-- How many production councils are in operation, by year? One mark is one year in the country; years that are not published are missing, not zero.
-- Numbers of different publishers are not compared: the one before the break is told apart.
with line as (from official(['production_councils'], $period) where place = country() and sector = '_T')
from mark('line')
union all
from told_this_side_of_break('line', ['production_councils'])
order by role desc, period
