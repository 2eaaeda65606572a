-- What part of the day do women and men spend on unpaid household work, in the two newest surveys? One row is one sex in one survey.
with known as (from official_by_sex(['unpaid_work_time_share'], $period) where place = country() and sector = '_T'),
shown as (from last_two('known')),
now as (from newest('shown')),
times as (select * replace (women / men as value) from gap_of_women_and_men('now'))
from mark('shown', ['sex'])
union all by name
from told_of_women_and_men('now')
union all by name
from slot('times')
order by role desc, list_position(['F', 'M', '_T'], sex), period
