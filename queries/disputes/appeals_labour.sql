-- What did appeals on labour relations concern? One row is one kind in one of the two newest years, by size in the newest. The share of pay is told of the
-- appeals on labour relations and of all appeals.
with known as (from printed(['appeals_labour'], $period) where place = country() and sector = '_T' and series <> '_T'),
kinds as (from last_two('known') semi join newest('known') using (series)),
sizes as (from newest('kinds')),
shares as (select * replace (series || '_share' as series, share as value) from parts_of('sizes')),
pay as (from sizes where series = 'pay'),
every as (from (from printed(['appeals'], $period) where place = country() and sector = '_T' and series = '_T') semi join pay using (period))
from mark('kinds')
union all
from slots_of_two_periods('kinds')
union all
from slots_by_series('shares')
union all
from share('pay_of_all', 'pay', 'every')
union all
from chosen(change_or_single('kinds'))
order by role desc, arg_max(value, period) over (partition by series) desc, series, period desc
