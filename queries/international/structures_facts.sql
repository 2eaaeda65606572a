-- What is published about the size of the structures, one number after the other? One row is one number of one structure; the document and other sources are kept apart.
with
published as (
    select measure, period, place, sector, if(series = '_T', 'told_by_document', series) as series, value, status, source from figures
    where measure in ('org_members', 'org_countries', 'org_trained', 'org_congress_number', 'org_congress_participants', 'org_congress_countries') and value is not null
    union all
    select measure, period, place, sector, 'told_by_others', value, status, source from statistics
    where measure in ('org_members', 'org_countries', 'org_affiliates', 'org_agreement_countries', 'org_women_share') and value is not null
),
shown as (select * from published where $period is null or left(period, 4) <= $period),
affiliates as (
    select sector, period, value, status, source from shown where measure = 'org_affiliates'
    qualify row_number() over (partition by sector order by period desc) = 1
),
top as (select * from affiliates order by value desc limit 1),
number as (select count(distinct sector) as structures, count(*) as numbers, max(period) as period, max(source) as source from shown having count(*) > 0),
answer as (
    select 'mark' as role, period, place, sector, series, value, status, source, measure, 1 as block from shown
    union all
    select 'finding', number.period, '_Z', '_T', slot.name, cast(slot.value as double), 'final', number.source, null, 2
    from number
    cross join lateral (values ('structures', number.structures), ('numbers', number.numbers)) as slot (name, value)
    union all
    select 'finding', period, '_Z', sector, 'top', value, status, source, null, 2 from top
    union all
    select
        'finding', null, '_Z', '_T',
        case when not exists (select 1 from shown) then 'case.none' when exists (select 1 from top) then 'case.affiliates' else 'case.listed' end,
        null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, measure
from answer
order by block, sector, measure, period, source, series
