-- From whom did the Federation receive documents? One row: one kind of sender in the newest year.
with known as (from printed(['incoming_documents', 'incoming_requests'], $period) where place = country()),
documents as (from known where measure = 'incoming_documents' and sector = '_T'),
received as (from newest('documents')),
senders as (from received where series <> '_T'),
unions as (from senders where series in ('from_sectoral_unions', 'from_territorial_associations', 'from_members')),
own as (from sum_of('unions')),
total as (from received where series = '_T'),
requests as (from known where measure = 'incoming_requests' and period in (select period from total))
from mark('senders')
union all
from slots_of('total', 'requests')
union all
from share('own_share', 'own', 'total')
union all
from chosen(found_or_none('total'))
order by role desc, value desc, series
