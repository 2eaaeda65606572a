-- How many people were hurt at work by the Ministry of Labour in the same months of different years? One row is one span of months in one year.
-- Only equal spans compare; the span stands in the editors' note.
with line as (
    select * replace (counted_to(note, measure) as series)
    from reported(['ministry_injured_ytd', 'inspection_injured_9m'], $period)
    where place = 'KZ' and sector = '_T' and sex = '_T' and age = '_T'
    qualify row_number() over (partition by counted_to(note, measure), period order by source) = 1
),
half as (from line where series = 'to_june'),
to_september as (from line where series = 'to_september'),
now as (from newest('half')),
start as (from first('half')),
nine as (from newest('to_september'))
from mark('line')
union all
from slot('now')
union all
from slot('first', 'start')
union all
from slot('nine')
union all
from chosen(
    case
        when nothing_in('line') then 'case.none'
        when nothing_in('now') then 'case.nine'
        when nothing_in('start') then 'case.single'
        when value_of('now') <= value_of('start') then 'case.fell'
        else 'case.rose'
    end
)
order by role desc, in_order_of_months(series), period
