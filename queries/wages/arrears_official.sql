-- How much of the wage arrears that labour inspectors found in a full year was repaid? One row is one stage; share = per cent of what was found.
-- The ministry's full year; never joined with {@us.en}'s figures or with parts of a year.
with known as (
    select * replace (if(measure = 'arrears_identified', 'arrears_found', 'arrears_repaid') as series, value / 1000.0 as value)
    from official(['arrears_identified', 'arrears_repaid'], $period)
    where place = country() and sector = '_T' and length(period) = 4
),
newest_found as (from known where series = 'arrears_found' qualify period = max(period) over ()),
stages as (select known.*, 100.0 * known.value / newest_found.value as share from known join newest_found using (period)),
found as (from stages where series = 'arrears_found'),
share as (select * replace (share as value) from stages where series = 'arrears_repaid')
from mark('stages', ['share'])
union all by name
from slot('found')
union all by name
from slot('share')
union all by name
from chosen(if(nothing_in('share'), 'case.none', 'case.found'))
order by role desc, series
