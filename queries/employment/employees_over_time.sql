-- How did the number of employees develop in the country or in the picked region? One row is one year.
-- A region is shown alone: beside the country's count its line could not be read. Growth is told only within one definition and one set of borders.
with known as (from official(['employees'], $period) where sector = '_T' and length(period) = 4 and place in (country(), coalesce($place, country()))),
missing as (from missing_region('known', $place)),
line as (from known where place = if(nothing_in('missing'), coalesce($place, country()), country())),
compared as (from since_last_break('line', ['employees'])),
now as (from newest('line')),
start as (from first('compared'))
from mark('line')
union all
from change('now', 'first', 'start', decimals := 0) where nothing_in('missing') or series not like 'case.%'
union all
from slot('asked', 'missing')
union all
from chosen('case.missing') where not nothing_in('missing')
order by role desc, period, series
