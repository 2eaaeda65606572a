-- Who spoke in public for the unions: the Federation itself, or its territorial and sectoral unions?
-- One row: one group of speakers in the newest year, with its share of all speeches.
with known as (
    from printed(['public_speeches'], $period) where place = country() and sector = '_T' and series in ('speakers_fprk', 'speakers_members')
),
speakers as (from newest('known')),
shares as (from parts_of('speakers')),
together as (from sum_of('speakers')),
members as (select * replace (share as value) from shares where series = 'speakers_members')
from mark('shares', ['share'])
union all by name
from slot('together')
union all by name
from slot('members_share', 'members')
union all by name
from chosen(if((select count(*) from speakers) = 2, 'case.found', 'case.none'))
order by role desc, series
