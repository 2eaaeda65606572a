-- How many labour consultations and seminars were held to prevent conflicts? One row is consultations or seminars in one of the two newest years.
with known as (
    select * replace (if(measure = 'labour_consultations', 'consultations', 'seminars') as series)
    from printed(['labour_consultations', 'dispute_seminars'], $period)
    where place = country() and sector = '_T' and series = '_T'
),
years as (from last_two('known')),
changes as (from change_of_each('known')),
consultations as (from changes where series = 'consultations'),
seminars as (from changes where series = 'seminars'),
told as (from newest('years') order by series limit 1)
from mark('years')
union all
from slots_of_two_periods('years')
union all
-- Where a report counts one of the two alone, only that is told.
from slot('now', 'told')
union all
from chosen(
    case
        when (select count(distinct series) from newest('years')) = 1 then
            if(exists (from told where series = 'consultations'), 'case.only_consultations', 'case.only_seminars')
        when value_of('consultations') < 0 and value_of('seminars') < 0 then 'case.both_fell'
        when value_of('consultations') < 0 and value_of('seminars') > 0 then 'case.second_rose'
        else change_or_single('years')
    end
)
order by role desc, series, period
