-- How many technical inspectors for labour protection are there, by year? One mark is one year in the country; years that are not published are missing, not zero.
-- Numbers of different publishers are not compared: the one before the break is told apart.
with line as (from official(['technical_inspectors'], $period) where place = country() and sector = '_T')
from mark('line')
union all
from told_this_side_of_break('line', ['technical_inspectors'])
order by role desc, period
