-- With whom does {@us.en} cooperate, and with whom by memorandum? One row is one partner that the report names.
with known as (from printed(['partner_organisations'], $period) where place = country()),
total as (select * replace (us() as sector) from newest('known')),
links as (
    select
        total.period, country() as place, us() as sector, '_T' as series, min(links.since) as value, 'final' as status, links.source, links.structure,
        if(bool_or(links.role = 'signatory'), 'signatory', 'partner') as membership
    from structures_as_printed as links
    join sources using (source)
    join total on left(total.period, 4) = sources.about
    where links.member = us() and links.role in ('partner', 'signatory') and links.structure <> 'ORG_ILO'
        and ($period is null or links.since is null or links.since <= try_cast($period as integer))
    group by links.structure, total.period, links.source
),
numbers as (
    select period, place, sector, status, source, count(*) as named, count(*) filter (where membership = 'signatory') as memoranda from links group by all
)
from mark('links', ['structure', 'membership'])
union all by name
from slots('numbers')
union all by name
from slot('total')
union all by name
from chosen(if(exists (from numbers), 'case.named', 'case.none'))
order by role desc, membership desc, structure, series
