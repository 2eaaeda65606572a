-- Which part of the victims is at small enterprises? One row is one size of enterprise in one year.
with known as (from official(['bns_affected_large_medium', 'bns_affected_small'], $period) where place = country() and sector = '_T'),
sizes as (
    select * replace (case measure when 'bns_affected_small' then 'size_small' else 'size_large_medium' end as series), count(*) over (partition by period) as sizes
    from parts_of('known')
),
shown as (from sizes where sizes = 2),
small as (select * replace (share as value) from shown where series = 'size_small'),
now as (from newest('small')),
start as (from first('small'))
from mark('shown', ['share'])
union all by name
from slot('now')
union all by name
from slot('first', 'start')
union all by name
from chosen(case when nothing_in('now') then 'case.none' when nothing_in('start') then 'case.single' else 'case.change' end)
order by role desc, period desc, series
