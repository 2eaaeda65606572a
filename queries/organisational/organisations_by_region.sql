-- How many primary organisations do the territorial associations of FPRK have? One mark is one region at its newest published date; a picked region that was never published has no value.
with
shown as (
    select * from newest_by_region('fprk_primary_orgs', $period)
),
missing as (
    select cast($place as varchar) as place
    where $place is not null and exists (select 1 from shown) and not exists (select 1 from shown where shown.place = $place)
),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, 1 as block, position from shown
    union all
    select 'mark', (select max(period) from shown), place, '_T', '_T', null, null, null, 2, 0 from missing
    union all
    select 'finding', period, 'KZ', '_T', 'published', published, status, source, 3, 0 from shown where position = 1
    union all
    select 'finding', (select max(period) from shown), 'KZ', '_T', 'all_regions', count(*), 'final', (select max(source) from shown), 3, 0
    from places where kind in ('region', 'city')
    union all
    select 'finding', period, place, '_T', 'now', value, status, source, 3, 0 from shown where place = $place
    union all
    select 'finding', null, place, '_T', 'asked', null, null, null, 3, 0 from missing
    union all
    select
        'finding', null, null, '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when $place is null then 'case.top'
            when exists (select 1 from missing) then 'case.unpublished'
            else 'case.picked'
        end, null, null, null, 3, 0
)
select role, period, place, sector, series, value, status, source
from answer
order by block, position, place
