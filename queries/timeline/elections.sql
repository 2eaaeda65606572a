-- How long before the elections of 2023 did FPRK address voters and parties? One mark is one dated event of the address.
with
dated as (
    select period, place, sector, kind, source, text_kk, text_ru, text_en
    from events
    where source = 'fprk_elections_2023' and length(period) = 10 and ($period is null or left(period, 4) <= $period)
),
ends as (
    select min(period) as address, max(period) as vote, max(source) as source from dated having count(*) > 1
),
term as (
    select period, value, status, source
    from figures
    where measure = 'deputies_term' and place = 'KZ' and ($period is null or left(period, 4) <= $period)
    order by period desc
    limit 1
),
answer as (
    select 'mark' as role, period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en from dated
    union all
    select 'finding', address, 'KZ', '_T', 'address', null, null, source, null, null, null from ends
    union all
    select 'finding', vote, 'KZ', '_T', 'vote', null, null, source, null, null, null from ends
    union all
    select 'finding', vote, 'KZ', '_T', 'days', cast(datediff('day', cast(address as date), cast(vote as date)) as double), 'final', source, null, null, null from ends
    union all
    select 'finding', period, 'KZ', '_T', 'term', value, status, source, null, null, null from term
    union all
    select 'finding', null, 'KZ', '_T', if(exists (select 1 from ends) and exists (select 1 from term), 'case.all', 'case.none'), null, null, null, null, null, null
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, period, text_en
