-- How many of the employed work for hire and how many on their own account? One row is one group in one quarter for which both are published.
with known as (from official(['employees', 'self_employed', 'employed'], $period) where place = country() and sector = '_T' and length(period) > 4),
groups as (
    select part.* replace (if(part.measure = 'employees', 'hired', 'own_account') as series), 100.0 * part.value / whole.value as share
    from known as part
    join known as whole using (period)
    where part.measure <> 'employed' and whole.measure = 'employed'
),
now as (from groups where series = 'own_account' order by period desc limit 1),
share as (select * replace (share as value) from now)
from mark('groups', ['share'])
union all by name
from slot('now')
union all by name
from slot('share')
union all by name
from chosen(found_or_none('now'))
order by role desc, period desc, series
