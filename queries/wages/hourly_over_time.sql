-- How did hourly pay develop in the country and in the picked region? One row is one place in one year. Growth is told only within one survey.
with pay as (from official(['hourly_earnings'], $period) where sector = '_T' and length(period) = 4 and place in (country(), coalesce($place, country()))),
country as (from pay where place = country()),
compared as (from since_last_break('country', ['hourly_earnings'])),
now as (from newest('country')),
first as (from first('compared')),
picked as (from pay where place <> country()),
here as (from newest('picked')),
beside as (from country semi join here using (period)),
asked as (select * replace ($place as place, null as value, null as status, null as source) from now where $place is not null and nothing_in('here'))
from mark('pay')
union all
from slots_of('now', 'first', 'here')
union all
from share('share', 'here', 'beside')
union all
from slot('asked')
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when not nothing_in('here') then 'case.here'
        when $place <> country() then 'case.missing'
        when nothing_in('first') then 'case.single'
        else 'case.country'
    end
)
order by role desc, place <> country(), period, series
