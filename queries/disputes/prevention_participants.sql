-- How many people took part in the labour consultations and in the seminars held to prevent conflicts? One row is participants of consultations or of seminars in one of the two newest years.
with known as (
    select * replace (if(measure = 'labour_consultation_participants', 'consultations', 'seminars') as series)
    from printed(['labour_consultation_participants', 'dispute_seminar_participants'], $period)
    where place = country() and sector = '_T' and series = '_T'
),
years as (from last_two('known')),
changes as (from change_of_each('known')),
consultations as (from changes where series = 'consultations'),
seminars as (from changes where series = 'seminars')
from mark('years')
union all
from slots_of_two_periods('years')
union all
from chosen(
    case
        when value_of('consultations') < 0 and value_of('seminars') < 0 then 'case.both_fell'
        when value_of('consultations') < 0 and value_of('seminars') > 0 then 'case.second_rose'
        else change_or_single('years')
    end
)
order by role desc, series, period
