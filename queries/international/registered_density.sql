-- What part of registered workers are union members by the official statistics of Türkiye? One row is one part at one date; the share is computed from the counts.
with known as (from official(['registered_union_members', 'registered_workers', 'registered_union_density'], $period) where place = 'TR' and sector = '_T'),
shares as (from ratio_of('known', 'registered_union_members', 'registered_workers')),
now as (from newest('shares')),
start as (from first('shares')),
members as (from known semi join now using (period) where measure = 'registered_union_members'),
printed as (from known semi join now using (period) where measure = 'registered_union_density'),
parts as (
    select
        shares.* replace (unnest(['union_registered', 'union_not_registered']) as series, unnest([members.value, workers.value - members.value]) as value),
        unnest([shares.value, 100 - shares.value]) as share
    from shares
    join known as members on members.period = shares.period and members.measure = 'registered_union_members'
    join known as workers on workers.period = shares.period and workers.measure = 'registered_workers'
)
from mark('parts', ['share'])
union all by name
from slot('now')
union all by name
from slot('first', 'start')
union all by name
from slot('members')
union all by name
from slot('printed')
union all by name
from chosen_by_change('now', 'start', decimals := 1)
order by role desc, period, series desc
