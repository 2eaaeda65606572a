-- Which share of membership dues did each union decide to spend on training, on youth and on information work?
-- One row: one purpose of one union, as promised (ASM RF) or recommended ({@us.en}); the period is the year of the decision.
with known as (from printed(['dues_share_target'], $period)),
promised as (select * replace (left(period, 4) as period) from newest_of_each('known')),
training as (select * replace (if(sector = us(), 'fprk', 'asm') as series) from promised where series = 'dues_training')
from mark('promised')
union all
from slots_by_series('training')
union all
from chosen(if((select count(*) from training) = 2, 'case.found', 'case.none'))
order by role desc, list_position(['dues_training', 'dues_youth', 'dues_information'], series), sector desc, series
